/**
 * TCP as a model: one end of a connection as a machine that hosts can run in virtual time, on any system. It follows RFC
 * 9293, 5681, 6582, 6298 and 6928, and Linux where they leave a choice; {@code docs/tcp-model.md} says in what, and how near
 * it comes to the kernel's. It is a model wherever it appears, and never called TCP alone.
 *
 * <p>Read {@link org.sockrates.sim.tcp.TcpModel} first (the states), then {@code Sender}, {@code Recovery} and {@code
 * CongestionWindow}, then {@code Receiver}. Nothing here reads a clock, starts a thread or draws a random number.
 */
@NullMarked
package org.sockrates.sim.tcp;

import org.jspecify.annotations.NullMarked;
