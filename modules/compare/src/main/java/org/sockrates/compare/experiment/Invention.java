package org.sockrates.compare.experiment;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Unit;
import org.sockrates.link.TcpTuning;

/** One state of the system's switches, from the textbook's to its own, and what is measured with it. */
final class Invention {
    /** In the order they were invented. */
    static final List<Invention> ALL = List.of(
            new Invention("textbook", "as a textbook has it", TcpTuning.TEXTBOOK),
            new Invention("sack", "with SACK (from 6.17, RACK)", TcpTuning.TEXTBOOK, "sack"),
            new Invention("tlp", "with SACK, RACK and tail probe", TcpTuning.TEXTBOOK, "sack", "rack", "tlp"),
            new Invention("shipped", "as this system came", TcpTuning.SHIPPED));

    private final String title;
    private final String profile;
    private final List<String> switchedOn;
    private final Map<Loss, Measure> measures = new EnumMap<>(Loss.class);

    private Invention(String title, String meaning, String profile, String... switchedOn) {
        this.title = title;
        this.profile = profile;
        this.switchedOn = List.of(switchedOn);
        for (Loss loss : Loss.values()) {
            measures.put(
                    loss,
                    new Measure(
                            title + "_" + loss.word() + "_ms",
                            Unit.MILLISECONDS,
                            "until the reader had all ten, " + meaning + ", " + loss.told() + " lost"));
        }
    }

    /** As a table shows it. */
    String title() {
        return title;
    }

    /** What is measured, in the order of the losses. */
    Map<Loss, Measure> measures() {
        return measures;
    }

    /** Throws the switches, for sockets opened from now on. */
    void use(TcpTuning tuning) throws IOException {
        tuning.profile(profile);
        for (String name : switchedOn) {
            tuning.set(name, "on");
        }
    }
}
