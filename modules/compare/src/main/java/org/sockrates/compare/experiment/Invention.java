package org.sockrates.compare.experiment;

import java.io.IOException;
import java.util.List;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Unit;
import org.sockrates.link.TcpTuning;

/**
 * One state of TCP's switches, from the textbook's to the kernel's own, and what is measured with it.
 *
 * @param title as a table shows it
 * @param rounds what is measured when none, the third, the ninth and the tenth of ten packets is lost
 */
record Invention(String title, String profile, List<String> switchedOn, List<Measure> rounds) {
    /** Which packet is lost in each round, 0 for none. */
    static final List<Integer> LOST = List.of(0, 3, 9, 10);

    /** In the order they were invented. */
    static final List<Invention> ALL = List.of(
            of("textbook", "as a textbook has it", TcpTuning.TEXTBOOK, List.of()),
            of("sack", "with SACK alone", TcpTuning.TEXTBOOK, List.of("sack")),
            of("shipped", "as this system came", TcpTuning.SHIPPED, List.of()));

    private static Invention of(String title, String meaning, String profile, List<String> switchedOn) {
        return new Invention(
                title,
                profile,
                switchedOn,
                LOST.stream().map(lost -> measure(title, meaning, lost)).toList());
    }

    private static Measure measure(String title, String meaning, int lost) {
        return new Measure(
                title + "_" + word(lost) + "_ms",
                Unit.MILLISECONDS,
                "until the reader had all ten, " + meaning + ", " + (lost == 0 ? "none" : "the " + word(lost))
                        + " lost");
    }

    /** {@code 3rd}, {@code none}. */
    static String word(int lost) {
        return switch (lost) {
            case 0 -> "none";
            case 3 -> "3rd";
            default -> lost + "th";
        };
    }

    /** Throws the switches, for sockets opened from now on. */
    void use(TcpTuning tuning) throws IOException {
        tuning.profile(profile);
        for (String name : switchedOn) {
            tuning.set(name, "on");
        }
    }
}
