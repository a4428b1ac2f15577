package org.sockrates.sim.check;

import static org.sockrates.transport.rdt.Protocol.GO_BACK_N;
import static org.sockrates.transport.rdt.Protocol.SELECTIVE_REPEAT;
import static org.sockrates.transport.rdt.Protocol.STOP_AND_WAIT;

import org.sockrates.transport.rdt.Protocol;

/** What is wrong with a {@link PlantedConnection}: mistakes that people make who open and end connections. */
enum ConnectionBug {
    // --- opening ----------------------------------------------------------------------------------------------------
    MAKES_A_CONNECTION_OF_ANY_DATA(STOP_AND_WAIT, Invariant.ONLY_OPEN_OPENS),
    MAKES_A_CONNECTION_WITHOUT_A_CHECKSUM(GO_BACK_N, Invariant.ONLY_OPEN_OPENS),
    ASKS_IN_A_WORD(SELECTIVE_REPEAT, Invariant.MEANT),
    OPENS_WITH_ANOTHER_WORD(STOP_AND_WAIT, Invariant.OPEN_FIRST),
    SPEAKS_BEFORE_IT_IS_ANSWERED(GO_BACK_N, Invariant.OPEN_AWAITED),
    SAYS_TOO_EARLY_THAT_IT_IS_OPEN(SELECTIVE_REPEAT, Invariant.OPEN_IS_TRUE),
    NOTICES_TOO_LATE_THAT_IT_IS_OPEN(STOP_AND_WAIT, Invariant.OPEN_AT_ONCE),
    OPENS_AGAIN_WHEN_OPEN_COMES_AGAIN(GO_BACK_N, Invariant.OPENED_ONCE),
    NOTICES_BY_ACKNOWLEDGEMENTS_ONLY_THAT_IT_IS_OPEN(GO_BACK_N, Invariant.OPEN_AT_ONCE),
    IS_NOT_OPEN_WHEN_THE_OTHER_HAS_ENDED(STOP_AND_WAIT, Invariant.OPENED_ONCE),

    // --- bytes ------------------------------------------------------------------------------------------------------
    TAKES_BYTES_BEFORE_IT_IS_OPEN(STOP_AND_WAIT, Invariant.TAKES_WHEN_OPEN),
    SAYS_IT_TOOK_ALL(GO_BACK_N, Invariant.COUNTED),
    SAYS_A_WORD_THAT_NOBODY_KNOWS(SELECTIVE_REPEAT, Invariant.MEANT),
    LEAVES_OUT_THE_FIRST_BYTE(STOP_AND_WAIT, Invariant.CARRIES_THE_STREAM),
    WAITS_FOR_EACH_MESSAGE(GO_BACK_N, Invariant.SAID_AT_ONCE),
    READS_THE_LAST_BYTE_TWICE(GO_BACK_N, Invariant.PREFIX),
    COUNTS_THE_WORD_AS_A_BYTE(STOP_AND_WAIT, Invariant.NOT_BEFORE_OPEN),
    COUNTS_WHAT_IT_HAS_NO_PLACE_FOR(SELECTIVE_REPEAT, Invariant.WITHIN_BUFFER),
    TELLS_NOBODY_OF_ROOM(GO_BACK_N, Invariant.ROOM_TOLD),
    SAYS_TOO_EARLY_THAT_ALL_IS_ACKNOWLEDGED(SELECTIVE_REPEAT, Invariant.TOLD_TRUE),
    ACKNOWLEDGES_WHATEVER_IS_READ(STOP_AND_WAIT, Invariant.ACK_FOR_A_REASON),

    // --- ending -----------------------------------------------------------------------------------------------------
    ENDS_WHEN_THE_OTHER_DOES(GO_BACK_N, Invariant.END_WHEN_FINISHED),
    SPEAKS_BEHIND_END(GO_BACK_N, Invariant.END_LAST),
    TAKES_NOTHING_WHEN_IT_HAS_FINISHED(STOP_AND_WAIT, Invariant.FINISHED),
    TELLS_THE_END_BEFORE_THE_LAST_BYTES(SELECTIVE_REPEAT, Invariant.END_AFTER_ALL),
    TELLS_THE_END_TWICE(GO_BACK_N, Invariant.END_TOLD_ONCE),
    IS_DEAF_WHEN_IT_HAS_FINISHED(GO_BACK_N, Invariant.HALF_CLOSED_HEARS),
    IS_MUTE_WHEN_THE_OTHER_HAS_FINISHED(SELECTIVE_REPEAT, Invariant.HALF_CLOSED_SPEAKS),
    ACKNOWLEDGES_END_ONCE(STOP_AND_WAIT, Invariant.END_ANSWERED),
    IS_OVER_WHEN_IT_HAS_SAID_END(GO_BACK_N, Invariant.OVER_IS_TRUE),
    IS_NEVER_OVER(STOP_AND_WAIT, Invariant.OVER_AT_ONCE),
    SAYS_END_AGAIN_WHEN_IT_IS_OVER(SELECTIVE_REPEAT, Invariant.SILENT_WHEN_OVER),
    IS_GONE_WHEN_IT_IS_OVER(GO_BACK_N, Invariant.LINGERS),
    FORGETS_AN_END_THAT_COMES_TOO_EARLY(STOP_AND_WAIT, Invariant.SAID_AT_ONCE),
    NEVER_TELLS_THE_END(SELECTIVE_REPEAT, Invariant.BOTH_END),
    LEAVES_THE_TIMER_ON(STOP_AND_WAIT, Invariant.TIMER_IN_NEED),
    WAITS_FOR_OPEN_WITHOUT_A_TIMER(SELECTIVE_REPEAT, Invariant.TIMER_IN_NEED),

    // --- giving up --------------------------------------------------------------------------------------------------
    SAYS_RESET_TWICE(STOP_AND_WAIT, Invariant.RESET_FOR_A_REASON),
    GIVES_UP_WITHOUT_A_WORD(GO_BACK_N, Invariant.RESET_FOR_A_REASON),
    GIVES_UP_A_SILENT_END_WITHOUT_A_WORD(STOP_AND_WAIT, Invariant.RESET_FOR_A_REASON),
    HEEDS_NO_RESET(SELECTIVE_REPEAT, Invariant.RESET_HEEDED),
    ANSWERS_A_RESET(GO_BACK_N, Invariant.RESET_UNANSWERED),
    ANSWERS_A_RESET_THAT_ENDS_IT(STOP_AND_WAIT, Invariant.RESET_UNANSWERED),
    HEEDS_ANY_RESET(STOP_AND_WAIT, Invariant.RESET_OF_ANOTHER),
    HEEDS_A_RESET_WHEN_IT_IS_OVER(GO_BACK_N, Invariant.RESET_TOO_LATE),
    SAYS_NOTHING_WHERE_NOBODY_IS(SELECTIVE_REPEAT, Invariant.NOBODY_THERE),
    WAITS_FOR_EVER(SELECTIVE_REPEAT, Invariant.GIVES_UP),
    GIVES_UP_AT_THE_FIRST_TIMEOUT(GO_BACK_N, Invariant.RESET_FOR_A_REASON),
    CALLS_EVERY_FAILURE_A_RESET(STOP_AND_WAIT, Invariant.TELLS_WHY),
    SPEAKS_WHEN_IT_HAS_FAILED(GO_BACK_N, Invariant.SILENT_WHEN_FAILED);

    private final Protocol over;
    private final Invariant breaks;

    ConnectionBug(Protocol over, Invariant breaks) {
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
