/**
 * The wire: the kernel's own TCP and UDP through a link. A TUN device in a private network namespace hands over every IP
 * packet, the mirror swaps its addresses and hands it back, and the kernel talks to itself as to a host far away. Linux
 * only; the only module that makes native calls. Nothing here knows of commands or of experiments.
 */
@NullMarked
package org.sockrates.wire;

import org.jspecify.annotations.NullMarked;
