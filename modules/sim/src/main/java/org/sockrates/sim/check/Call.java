package org.sockrates.sim.check;

import java.util.Locale;

/** What an end is doing, seen from its host. */
enum Call {
    /** Nothing: nobody called it. */
    NOTHING,
    /** It is being made. */
    MADE,
    /** It is asked how it stands. */
    ASKED,
    SEND,
    ARRIVED,
    TIMEOUT,
    ROOM_AGAIN,
    OPEN,
    RECEIVE,
    FINISH,
    ABORT;

    /** Whether it may answer by acting. */
    boolean isEvent() {
        return this != NOTHING && this != MADE && this != ASKED;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
