package org.sockrates.sim.formula;

import org.sockrates.transport.rdt.Protocol;

/**
 * How long a message takes in the long run over a {@link TextbookLine}, as a function of loss, window and timeout. Derived in
 * {@code docs/sweep.md} for the protocols of this kit; Kurose and Ross §3.4, Tanenbaum §3.4 and Schwartz §4 have the same for
 * theirs.
 *
 * @param protocol whose
 * @param line over what
 * @param window W, packets that may be outstanding
 * @param loss p, of data, 0 to below 1
 * @param timeoutNanos T, fixed, at least {@link TextbookLine#timeoutNanos}
 * @param followed messages, where it is {@link Kind#RECKONED}; whole windows of them
 */
public record Formula(Protocol protocol, TextbookLine line, int window, double loss, long timeoutNanos, long followed) {
    /** How narrow the wire may be taken to be no wire at all: the window passes it in this part of a round trip. */
    private static final int NO_WIRE = 1_000;

    /** So many times as many messages as are measured: its own luck is a small part of theirs. */
    private static final int MORE_FOLLOWED = 10;

    private static final long LEAST_FOLLOWED = 1_000_000;

    /** What a formula says of the truth. */
    public enum Kind {
        /** It is that. */
        EXACT,
        /** It is that, but there is no closed form: a recursion was followed for longer than was measured. */
        RECKONED,
        /** No protocol of this kind can do better. */
        BOUND
    }

    /**
     * With the timeout that is just long enough. What is followed is whole windows, as what is measured: a window leaves at once,
     * and a part of one at the end would count as a whole.
     *
     * @param measured messages that it is held against
     */
    static Formula of(Protocol protocol, TextbookLine line, int window, double loss, long measured) {
        long followed = Math.max(LEAST_FOLLOWED, MORE_FOLLOWED * measured);
        int outstanding = protocol == Protocol.STOP_AND_WAIT ? 1 : window;
        long wholeWindows = (followed + outstanding - 1) / outstanding * outstanding;
        return new Formula(protocol, line, outstanding, loss, line.timeoutNanos(outstanding), wholeWindows);
    }

    /** What {@link #messageNanos} is. */
    public Kind kind() {
        if (protocol != Protocol.SELECTIVE_REPEAT || window == 1) {
            return Kind.EXACT;
        }
        return line.packetNanos() * window * NO_WIRE <= line.roundTripNanos() ? Kind.RECKONED : Kind.BOUND;
    }

    /** Mean time from one delivery to the next; where it is a bound, the least. */
    double messageNanos() {
        return switch (protocol) {
            case STOP_AND_WAIT -> stopAndWait();
            case GO_BACK_N -> goBackN();
            case SELECTIVE_REPEAT ->
                switch (kind()) {
                    case EXACT -> stopAndWait();
                    case RECKONED ->
                        new WindowRecursion(window, loss, line.roundTripNanos(), timeoutNanos, followed).messageNanos();
                    case BOUND -> Math.max(line.packetNanos() / (1 - loss), stopAndWait() / window);
                };
        };
    }

    /** Mean data packets a message: exact for all three, whatever the line. */
    public double packets() {
        int wasted = protocol == Protocol.GO_BACK_N ? window : 1;
        return 1 + wasted * loss / (1 - loss);
    }

    /** A round trip, and a timeout for each time it is lost before: R + T p/(1-p). */
    private double stopAndWait() {
        return line.roundTripNanos() + timeoutNanos * loss / (1 - loss);
    }

    /** tf + 2 tp p + T p/(1-p) + max(0, R - W tf) p Q/(1-Q), where Q = (1-p)^W: the last is what waits for a small window. */
    private double goBackN() {
        double packet = line.packetNanos();
        double gap = Math.max(0, line.roundTripNanos() - window * packet);
        double gaps = loss == 0 ? 1.0 / window : loss / (Math.pow(1 - loss, -window) - 1);
        return packet + (line.roundTripNanos() - packet) * loss + timeoutNanos * loss / (1 - loss) + gap * gaps;
    }
}
