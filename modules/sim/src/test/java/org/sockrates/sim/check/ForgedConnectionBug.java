package org.sockrates.sim.check;

import static org.sockrates.transport.rdt.Protocol.GO_BACK_N;
import static org.sockrates.transport.rdt.Protocol.SELECTIVE_REPEAT;
import static org.sockrates.transport.rdt.Protocol.STOP_AND_WAIT;

import org.sockrates.transport.rdt.Protocol;

/** What is wrong with a {@link CredulousConnection}: what nobody notices until somebody forges. */
enum ForgedConnectionBug {
    TAKES_ITS_OWN_QUESTION_FOR_THE_ANSWER(STOP_AND_WAIT, Invariant.OPEN_ANSWERS),
    TAKES_BYTES_FOR_THE_ANSWER(GO_BACK_N, Invariant.OPEN_ANSWERS),
    ACKNOWLEDGES_ITS_OWN_QUESTION(SELECTIVE_REPEAT, Invariant.OPEN_ANSWERS),
    TAKES_BYTES_BEHIND_END(SELECTIVE_REPEAT, Invariant.NOTHING_BEHIND_END),
    TELLS_THE_END_WHATEVER_ITS_NUMBER(GO_BACK_N, Invariant.TAKES_WITHIN_THE_WINDOW),
    GIVES_UP_AT_AN_ACKNOWLEDGEMENT_BEYOND(SELECTIVE_REPEAT, Invariant.STANDS),
    GIVES_UP_WHEN_OPEN_COMES_AGAIN(STOP_AND_WAIT, Invariant.STANDS),
    HEEDS_A_RESET_OF_HALF_ITS_NUMBER(GO_BACK_N, Invariant.EARLIER_IGNORED),
    TAKES_WHAT_BEARS_HALF_ITS_NUMBER(SELECTIVE_REPEAT, Invariant.EARLIER_IGNORED),
    LOOKS_AT_NO_VERSION(STOP_AND_WAIT, Invariant.NO_PACKET_IGNORED),
    OPENS_WHATEVER_THE_LENGTH(GO_BACK_N, Invariant.ONLY_OPEN_OPENS);

    private final Protocol over;
    private final Invariant breaks;

    ForgedConnectionBug(Protocol over, Invariant breaks) {
        this.over = over;
        this.breaks = breaks;
    }

    /** The protocol below. */
    Protocol over() {
        return over;
    }

    /** What tells it plainly; something else may tell it, too. */
    Invariant breaks() {
        return breaks;
    }
}
