/**
 * What lies between two endpoints and spoils things. {@link org.sockrates.link.Link} decides, as a pure seeded function
 * of packet and time; {@link org.sockrates.link.Path} is where it is put to work; relays are thin hosts around it.
 *
 * <p>Nothing that decides may read a clock, start a thread or open a socket; only relays and paths do.
 */
@NullMarked
package org.sockrates.link;

import org.jspecify.annotations.NullMarked;
