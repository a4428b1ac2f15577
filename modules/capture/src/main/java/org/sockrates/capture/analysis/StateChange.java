package org.sockrates.capture.analysis;

import org.sockrates.capture.kernel.KernelState;

/**
 * One end went from one TCP state to another, as far as the segments tell: inferred, not asked of a kernel.
 *
 * @param from before; {@link KernelState#UNCONN} is RFC 9293's CLOSED
 */
public record StateChange(KernelState from, KernelState to) {
    /** {@code ESTAB -> FIN-WAIT-1}, with CLOSED for what {@code ss} calls UNCONN. */
    public String text() {
        return word(from) + " " + brief();
    }

    /** {@code -> FIN-WAIT-1}. */
    public String brief() {
        return "-> " + word(to);
    }

    /** As it follows a name: {@code goes from ESTAB to FIN-WAIT-1}. */
    public String words() {
        return "goes from " + word(from) + " to " + word(to);
    }

    private static String word(KernelState state) {
        return state == KernelState.UNCONN ? "CLOSED" : state.word();
    }
}
