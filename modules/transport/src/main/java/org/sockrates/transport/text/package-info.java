/**
 * Strict readers of the values people type, one a file: a port, a percentage, a duration, a rate, a size, an address.
 * Each takes where the text stood and the text, and answers a value or a {@link org.sockrates.transport.UsageException}
 * that says what would have done; the printers write what the readers read.
 *
 * <p>They exist because the JDK's own are generous: {@code parseInt} takes {@code +80} and Arabic digits,
 * {@code parseDouble} takes {@code NaN}, {@code getByName} takes {@code 127.1} and the empty text.
 */
@NullMarked
package org.sockrates.transport.text;

import org.jspecify.annotations.NullMarked;
