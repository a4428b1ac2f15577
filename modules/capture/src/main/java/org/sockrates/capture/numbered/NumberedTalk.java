package org.sockrates.capture.numbered;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.sockrates.capture.analysis.Label;
import org.sockrates.capture.ladder.Side;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.PacketHead.Kind;

/**
 * A conversation of numbered packets, told one by one as they pass: what is remarkable about each, in the labels that
 * segments have. A ladder looks back at all of them together.
 */
public final class NumberedTalk {
    private static final int MOST_REMEMBERED = 1_024;

    private final NumberedPackets circle;
    private final Map<Side, NumberedEnd> ends = new EnumMap<>(Side.class);
    private final Map<Side, Answers> answers = new EnumMap<>(Side.class);

    /** What one end has acknowledged so far. */
    private static final class Answers {
        private final Map<Integer, Integer> times = new LinkedHashMap<>();
        private boolean shut;

        /** How often this number was acknowledged before. */
        private int before(int number) {
            if (times.size() == MOST_REMEMBERED && !times.containsKey(number)) {
                times.remove(times.keySet().iterator().next());
            }
            return times.merge(number, 1, Integer::sum) - 1;
        }
    }

    /**
     * One that has not begun.
     *
     * @param numbers how many there are
     * @param window packets a receiver may keep that came early
     */
    public NumberedTalk(long numbers, int window) {
        circle = new NumberedPackets(List.of(), numbers, window);
        begin();
    }

    /** One with all the numbers of 32 bits. */
    public NumberedTalk() {
        this(1L << Integer.SIZE, MOST_REMEMBERED);
    }

    private void begin() {
        for (Side side : Side.values()) {
            ends.put(side, new NumberedEnd(circle));
            answers.put(side, new Answers());
        }
    }

    /** A packet leaves; answers its labels, separated by commas, empty where nothing is remarkable. */
    public String leaves(Side from, PacketHead head, long nowNanos) {
        NumberedEnd end = Objects.requireNonNull(ends.get(from));
        boolean again = end.again(head);
        if (head.kind() == Kind.OPEN && from == Side.LEFT && !again) {
            begin(); // the same two ports, and a new connection
            end = Objects.requireNonNull(ends.get(from));
        }
        end.leaves(head, nowNanos);
        List<Label> labels = new ArrayList<>();
        String times = "";
        if (again) {
            labels.add(Label.RETRANSMISSION);
        } else if (head.kind() == Kind.ACK) {
            times = answered(Objects.requireNonNull(answers.get(from)), head, labels);
        }
        StringJoiner text = new StringJoiner(", ");
        labels.forEach(label -> text.add(label.text()));
        return text + times;
    }

    private static String answered(Answers said, PacketHead ack, List<Label> labels) {
        int before = said.before(ack.number());
        boolean opens = said.shut && ack.window() > 0;
        said.shut = ack.window() == 0;
        if (said.shut) {
            labels.add(Label.ZERO_WINDOW);
        }
        if (before > 0) {
            labels.add(opens ? Label.WINDOW_UPDATE : Label.DUP_ACK);
        }
        return before > 0 && !opens ? " #" + before : "";
    }

    /** A packet, or a copy of it, arrives whole. */
    public void arrives(Side from, PacketHead head, long nowNanos) {
        Objects.requireNonNull(ends.get(from.other())).arrives(head, nowNanos);
    }

    /**
     * A packet leaves, or a copy of it that a link made; answers how a trace tells it: what it says, and its labels where
     * it has any. A copy follows its original, and is nothing that its sender did: no label is its own.
     */
    public String told(Side from, PacketHead head, boolean copy, long nowNanos) {
        String labels = copy ? "" : leaves(from, head, nowNanos);
        return text(head) + (labels.isEmpty() ? "" : " [" + labels + "]");
    }

    /** What a packet says, as tcpdump would: {@code DATA 3, length 1399}, {@code ACK 2, next 3, win 187}. */
    public static String text(PacketHead head) {
        String text = head.text();
        int word = head.kind().name().length();
        String what = text.substring(0, word).toUpperCase(Locale.ROOT) + text.substring(word);
        return switch (head.kind()) {
            case ACK -> what + ", next " + Integer.toUnsignedString(head.next()) + ", win " + head.window();
            case DATA -> what + ", length " + head.bytes();
            case OPEN, END, RESET -> what;
        };
    }
}
