/**
 * What TCP adds to UDP, built up step by step: stop-and-wait, go-back-N and selective repeat (Kurose and Ross, chapter 3.4).
 *
 * <p>Read {@link org.sockrates.transport.rdt.StopAndWaitSender} first, then {@code GoBackNSender}, then {@code
 * SelectiveRepeatSender}: each is a table of transitions and the few actions in it. Nothing here reads a clock, opens a
 * socket or starts a thread: bytes and times go in, bytes and events come out.
 */
@NullMarked
package org.sockrates.transport.rdt;

import org.jspecify.annotations.NullMarked;
