/**
 * Conversations in virtual time: two ends of a protocol and the same {@link org.sockrates.link.Link} that a relay hosts. A
 * run is a function of what it is given and its seed: no clock is read, no thread is started, no socket opened.
 */
@NullMarked
package org.sockrates.sim;

import org.jspecify.annotations.NullMarked;
