package org.sockrates.link;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a link did. Conservation holds at every moment: {@code in + duplicated = out + dropped + queued}.
 *
 * @param in packets offered
 * @param out packets delivered
 * @param dropped packets thrown away, whatever the rule
 * @param duplicated extra copies made
 * @param reordered packets that leave before one that came earlier, whichever rule made them
 * @param corrupted packets with a bit flipped
 * @param queued packets inside now
 * @param inBytes bytes offered, as the host counts them: a relay what a program sent, a wire with the headers from IP on
 * @param outBytes bytes delivered, counted alike
 * @param byRule how often each rule hit, by its word
 * @param waits what data waited for a rate
 */
public record LinkReport(
        long in,
        long out,
        long dropped,
        long duplicated,
        long reordered,
        long corrupted,
        long queued,
        long inBytes,
        long outBytes,
        Map<String, Long> byRule,
        Waits waits) {

    /** Nothing passed. */
    public static final LinkReport NONE = new LinkReport(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    private static final String OVERRUN = "overrun";

    /** Why a host loses packets, whatever the rules: what {@link #byRule} calls it. */
    private static final List<String> HOSTS_OWN = List.of("unsent", "no-socket", "no-room", OVERRUN);

    public LinkReport {
        byRule = Collections.unmodifiableMap(new LinkedHashMap<>(byRule));
    }

    /** Of a link without a rate. */
    public LinkReport(
            long in,
            long out,
            long dropped,
            long duplicated,
            long reordered,
            long corrupted,
            long queued,
            long inBytes,
            long outBytes,
            Map<String, Long> byRule) {
        this(in, out, dropped, duplicated, reordered, corrupted, queued, inBytes, outBytes, byRule, Waits.NONE);
    }

    /** With packets that the host holds back in front of the link. */
    public LinkReport waiting(long packets, long bytes) {
        return plus(new LinkReport(packets, 0, 0, 0, 0, 0, packets, bytes, 0, Map.of()));
    }

    /** With packets that the link let go and the host could not send. */
    public LinkReport lostAfter(String reason, long packets, long bytes) {
        return plus(new LinkReport(0, -packets, packets, 0, 0, 0, 0, 0, -bytes, counted(reason, packets)));
    }

    /** With packets that never came to the link. */
    public LinkReport lostBefore(String reason, long packets, long bytes) {
        return plus(new LinkReport(packets, 0, packets, 0, 0, 0, 0, bytes, 0, counted(reason, packets)));
    }

    /**
     * How many packets the host lost, whatever the rules, by the reason; only reasons there were: {@code unsent}, the system
     * did not take it; {@code no-socket}, none was left for its client, or not any more; {@code no-room}, too many waited; {@code overrun},
     * they came faster than the host could read.
     */
    public Map<String, Long> lostByHost() {
        Map<String, Long> lost = new LinkedHashMap<>(byRule);
        lost.keySet().retainAll(HOSTS_OWN);
        return lost;
    }

    /** With packets that came faster than the host could read, whose bytes nobody knows. */
    public LinkReport overrunBy(long packets) {
        return lostBefore(OVERRUN, packets, 0);
    }

    /** How many packets came faster than the host could read, and never came to the link. */
    public long overrun() {
        return byRule.getOrDefault(OVERRUN, 0L);
    }

    private static Map<String, Long> counted(String reason, long packets) {
        return packets > 0 ? Map.of(reason, packets) : Map.of();
    }

    /** Both together. */
    public LinkReport plus(LinkReport other) {
        Map<String, Long> sums = new LinkedHashMap<>(byRule);
        other.byRule.forEach((word, hits) -> sums.merge(word, hits, Long::sum));
        return new LinkReport(
                in + other.in,
                out + other.out,
                dropped + other.dropped,
                duplicated + other.duplicated,
                reordered + other.reordered,
                corrupted + other.corrupted,
                queued + other.queued,
                inBytes + other.inBytes,
                outBytes + other.outBytes,
                sums,
                waits.plus(other.waits));
    }
}
