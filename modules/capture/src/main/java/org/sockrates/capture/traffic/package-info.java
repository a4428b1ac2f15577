/**
 * What was seen to pass: messages at a hop, packets at both ends or at one place, also out of a capture file
 * ({@link org.sockrates.capture.traffic.CapturedTraffic}). Here it is found what left where, what its receiver threw away
 * and which fragments are one datagram; not whose it was.
 */
@NullMarked
package org.sockrates.capture.traffic;

import org.jspecify.annotations.NullMarked;
