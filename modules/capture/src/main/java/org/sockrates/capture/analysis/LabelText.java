package org.sockrates.capture.analysis;

import java.util.StringJoiner;

/** A segment's labels in one line: {@code Retransmission}, {@code Dup ACK 7#2}. */
public final class LabelText {
    private LabelText() {}

    /** All labels, a duplicate ACK with what it repeats and how often it did; empty where there is none. */
    public static String of(Analysed analysed) {
        return text(
                analysed,
                analysed.repeated()
                        .map(dup -> " " + dup.original() + "#" + dup.times())
                        .orElse(""));
    }

    /** The same for a drawing without packet numbers: {@code Dup ACK #2}. */
    public static String brief(Analysed analysed) {
        return text(analysed, analysed.repeated().map(dup -> " #" + dup.times()).orElse(""));
    }

    private static String text(Analysed analysed, String times) {
        StringJoiner text = new StringJoiner(", ");
        for (Label label : Label.values()) {
            if (analysed.is(label)) {
                text.add(label.text() + (label == Label.DUP_ACK ? times : ""));
            }
        }
        return text.toString();
    }
}
