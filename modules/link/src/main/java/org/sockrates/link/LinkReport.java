package org.sockrates.link;

import java.util.Map;

/**
 * What a link did. Conservation holds at every moment: {@code in + duplicated = out + dropped + queued}.
 *
 * @param in packets offered
 * @param out packets delivered
 * @param dropped packets thrown away, whatever the rule
 * @param duplicated extra copies made
 * @param reordered packets that were let overtake
 * @param corrupted packets with a bit flipped
 * @param queued packets inside now
 * @param inBytes payload bytes offered
 * @param outBytes payload bytes delivered
 * @param byRule how often each rule hit, by its netem word
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
        Map<String, Long> byRule) {

    /** Nothing passed. */
    public static final LinkReport NONE = new LinkReport(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    public LinkReport {
        byRule = Map.copyOf(byRule);
    }
}
