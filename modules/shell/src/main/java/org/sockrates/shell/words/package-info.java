/**
 * Characters to words: the lexer of a command line, its escapes, and the payload forms. Knows no command.
 *
 * <p>Bytes that are no text travel inside words as the lone surrogates U+DC80 to U+DCFF, the way Python's
 * {@code surrogateescape} does it; a line that comes with such characters of its own is refused, so they are free.
 */
@NullMarked
package org.sockrates.shell.words;

import org.jspecify.annotations.NullMarked;
