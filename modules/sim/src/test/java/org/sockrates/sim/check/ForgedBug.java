package org.sockrates.sim.check;

import static org.sockrates.transport.rdt.Protocol.GO_BACK_N;
import static org.sockrates.transport.rdt.Protocol.SELECTIVE_REPEAT;
import static org.sockrates.transport.rdt.Protocol.STOP_AND_WAIT;

import org.sockrates.transport.rdt.Protocol;

/** What is wrong with a {@link CredulousEnd}: what nobody notices until somebody forges. */
enum ForgedBug {
    // --- acknowledgements -------------------------------------------------------------------------------------------
    FREES_WHAT_IS_NOT_SMALLER(STOP_AND_WAIT, Invariant.FREES_WHAT_WAS_SENT),
    FREES_ALL_WHERE_MORE_IS_ACKNOWLEDGED(GO_BACK_N, Invariant.FREES_WHAT_WAS_SENT),
    MARKS_AROUND_THE_RING(SELECTIVE_REPEAT, Invariant.FREES_WHAT_WAS_SENT),
    FREES_ALL_BEFORE_NEXT_TOO(SELECTIVE_REPEAT, Invariant.FREES_WHAT_WAS_SENT),
    LOOKS_UP_WHAT_IT_NEVER_SENT(SELECTIVE_REPEAT, Invariant.NO_THROW),
    ANSWERS_AN_ACKNOWLEDGEMENT_AS_TCP_DOES(GO_BACK_N, Invariant.ACK_FOR_A_REASON),
    FREES_BY_THE_LOWEST_BIT(STOP_AND_WAIT, Invariant.FREES_NOTHING_TWICE),
    FREES_BY_DISTANCE(GO_BACK_N, Invariant.FREES_NOTHING_TWICE),
    FREES_BY_THE_LOWEST_BYTE(GO_BACK_N, Invariant.FREES_NOTHING_TWICE),

    // --- data -------------------------------------------------------------------------------------------------------
    TAKES_WHAT_IS_AHEAD(STOP_AND_WAIT, Invariant.TAKES_WITHIN_THE_WINDOW),
    TAKES_BY_THE_LOWEST_BIT(STOP_AND_WAIT, Invariant.TAKES_WITHIN_THE_WINDOW),
    TAKES_BY_THE_LOWEST_BYTE(GO_BACK_N, Invariant.TAKES_WITHIN_THE_WINDOW),
    KEEPS_WITHOUT_A_WINDOW(SELECTIVE_REPEAT, Invariant.TAKES_WITHIN_THE_WINDOW),
    KEEPS_AROUND_THE_RING(SELECTIVE_REPEAT, Invariant.TAKES_WITHIN_THE_WINDOW),
    ACKNOWLEDGES_WHAT_IT_HAS_NO_PLACE_FOR(SELECTIVE_REPEAT, Invariant.TAKES_WITHIN_THE_WINDOW),

    // --- what is a packet, and whose --------------------------------------------------------------------------------
    LOOKS_AT_NO_VERSION(STOP_AND_WAIT, Invariant.NO_PACKET_IGNORED),
    LOOKS_AT_ONE_BIT_OF_THE_TYPE(GO_BACK_N, Invariant.NO_PACKET_IGNORED),
    TAKES_ANY_LENGTH(SELECTIVE_REPEAT, Invariant.NO_PACKET_IGNORED),
    COPIES_INTO_THE_LONGEST_PACKET(STOP_AND_WAIT, Invariant.NO_THROW),
    COMPARES_HALF_THE_CONNECTION(GO_BACK_N, Invariant.EARLIER_IGNORED);

    private final Protocol of;
    private final Invariant breaks;

    ForgedBug(Protocol of, Invariant breaks) {
        this.of = of;
        this.breaks = breaks;
    }

    /** The protocol that it is planted in. */
    Protocol of() {
        return of;
    }

    /** What tells it plainly; something else may tell it, too. */
    Invariant breaks() {
        return breaks;
    }
}
