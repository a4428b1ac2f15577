package org.sockrates.shell.session;

import java.time.Instant;
import org.sockrates.transport.SocketEvent;

/**
 * One event as it is kept.
 *
 * @param sequence from 1 on, without gaps
 * @param at by the wall clock
 * @param actor who made the call
 */
public record JournalEntry(long sequence, Instant at, String actor, SocketEvent event) {}
