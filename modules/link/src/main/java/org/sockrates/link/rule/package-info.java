/**
 * The rules that netem's words name, one file each, pure and seeded; the {@link org.sockrates.link.rule.Crossing} they decide
 * about, the {@link org.sockrates.link.rule.Order}s that go before them, and how the words of all are read. No link, no clock,
 * no socket.
 */
@NullMarked
package org.sockrates.link.rule;

import org.jspecify.annotations.NullMarked;
