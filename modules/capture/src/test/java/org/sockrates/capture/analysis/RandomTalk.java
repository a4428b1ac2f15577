package org.sockrates.capture.analysis;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.transport.SplitMix64;

/** Conversations nobody planned: data, holes, repetitions, duplicate ACKs, closed windows, probes, keep-alives, in any order. */
final class RandomTalk {
    private static final double[] PAUSES = {0.1, 1, 2.5, 10, 25, 300};

    private final SplitMix64 random;
    private final List<String> lines = new ArrayList<>();
    private final long[] next = {0, 0};
    private final long[] acked = {1, 1};
    private final int[] windows = new int[2];

    private RandomTalk(long seed) {
        random = new SplitMix64(seed);
    }

    /** Written down as {@link Talk} reads it. */
    static String of(long seed) {
        RandomTalk talk = new RandomTalk(seed);
        talk.begin();
        for (int i = talk.below(40) + 5; i > 0; i--) {
            talk.go();
        }
        return String.join("\n", talk.lines);
    }

    private void begin() {
        lines.add("isn " + (below(3) == 0 ? 0xffff_ff00L : below(1_000_000_000)) + " " + below(1_000_000_000));
        windows[0] = 1_000 + below(60_000);
        windows[1] = 1_000 + below(60_000);
        String scale = scale();
        for (int i = below(2); i >= 0; i--) {
            add(0, "S", 0, 0, scale);
        }
        next[0] = 1;
        add(1, "S.", 0, 0, " ack 1" + scale());
        next[1] = 1;
        if (below(5) > 0) {
            bare(0);
        }
    }

    private String scale() {
        return below(2) == 0 ? "" : " wscale " + below(8);
    }

    private void go() {
        int side = below(2);
        switch (below(13)) {
            case 0, 1, 2 -> data(side, 100);
            case 3 -> {
                next[side] += 100;
                data(side, 100 * (1 + below(3)));
            }
            case 4 -> add(side, ".", acked[side], 100 * (1 + below(2)), ack(side));
            case 5 -> {
                long back = Math.max(1, next[side] - 100L * (1 + below(4)));
                add(side, ".", back, (int) Math.max(1, Math.min(100, next[side] - back)), ack(side));
            }
            case 6, 7 -> {
                acked[1 - side] =
                        Math.max(acked[1 - side], Math.min(next[1 - side], acked[1 - side] + 100L * below(5)));
                bare(side);
            }
            case 8, 9 -> {
                for (int i = below(4); i >= 0; i--) {
                    add(side, ".", next[side], 0, ack(side), random.nextDouble() * 5);
                }
            }
            case 10 -> {
                windows[side] = below(3) == 0 ? 0 : 500 + below(3_000);
                bare(side);
            }
            case 11 -> {
                add(side, ".", next[side] - 1, below(2), ack(side));
                if (below(2) == 0) {
                    bare(1 - side);
                }
            }
            default -> {
                windows[side] = 0;
                acked[1 - side] = next[1 - side];
                bare(side);
                add(1 - side, ".", next[1 - side], 1, ack(1 - side));
                windows[side] = below(2) * 900;
                bare(side);
            }
        }
    }

    private void data(int side, int bytes) {
        add(side, "P.", next[side], bytes, ack(side));
        next[side] += bytes;
    }

    private void bare(int side) {
        add(side, ".", next[side], 0, ack(side));
    }

    private String ack(int side) {
        StringBuilder text = new StringBuilder(" ack " + acked[1 - side]);
        if (below(4) == 0) {
            long at = acked[1 - side];
            List<String> blocks = new ArrayList<>();
            for (int i = below(3); i >= 0; i--) {
                at += 100L * (1 + below(3));
                blocks.add(at + ":" + (at + 100));
                at += 100;
            }
            text.append(" sack ").append(String.join(",", blocks));
        }
        return text.toString();
    }

    private void add(int side, String flags, long begin, int bytes, String rest) {
        add(side, flags, begin, bytes, rest, PAUSES[below(PAUSES.length)]);
    }

    private void add(int side, String flags, long begin, int bytes, String rest, double millis) {
        lines.add(millis + " " + (side == 0 ? ">" : "<") + " " + flags + " " + begin
                + (bytes == 0 ? "" : ":" + (begin + bytes)) + rest + " win " + windows[side]);
    }

    private int below(int bound) {
        return random.nextInt(bound);
    }
}
