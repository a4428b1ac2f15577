package org.sockrates.shell.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.sim.check.Broken;
import org.sockrates.sim.check.Failure;
import org.sockrates.sim.check.Finding;
import org.sockrates.sim.check.Invariant;
import org.sockrates.sim.check.schedule.Schedule;

/** What a hunt found, in words, and as a lab. */
final class CheckReplyTest {
    private static CheckReply failed(boolean replayed, boolean stopped) {
        Schedule schedule = Schedule.parse("connection; window 1; upstream drop 1st fin");
        Broken broken = new Broken(Invariant.LINGERS, "nobody was there", 0);
        Finding finding =
                new Finding(1, 7, 0, 0, List.of(), List.of(), Optional.of(new Failure(broken, schedule, 9, List.of())));
        return new CheckReply(
                List.of(new CheckReply.Checked("rdt-sr", "", CheckReply.Of.CONNECTIONS, finding)),
                replayed,
                stopped,
                Drawing.UNICODE);
    }

    @Test
    void aConnectionsFailureIsReplayedByItsLab() {
        List<String> lab = failed(false, false)
                .lab(new FoundLab("found.lab", "rdt-sr", null))
                .orElseThrow()
                .lines()
                .toList();
        String begins = "rdt check: rdt-sr, connections: broken: ";

        assertThat(lab)
                .contains(
                        "> rdt check rdt-sr --schedule \"connection; window 1; upstream drop 1st fin\"",
                        begins + "* (glob)");
        assertThat(lab).noneMatch(line -> line.contains("no program of its own"));
        assertThat(failed(true, false).lines().get(0)).startsWith(begins);
    }

    @Test
    void aSourcesFailureIsReplayedByGrading() {
        assertThat(failed(false, false)
                        .lab(new FoundLab("found.lab", "b/Mine.java", null))
                        .orElseThrow()
                        .lines())
                .contains(
                        "program: protocol",
                        "#   grade found.lab -- b/Mine.java",
                        "> rdt check {protocol} --schedule \"connection; window 1; upstream drop 1st fin\"");
    }

    @Test
    void aPathWithABlankIsToldAsItIsTyped() {
        assertThat(failed(false, false)
                        .lab(new FoundLab("a b.lab", "my dir/Mine.java", null))
                        .orElseThrow()
                        .lines())
                .contains("#   grade \"a b.lab\" -- \"my dir/Mine.java\"");
        assertThat(failed(false, false)
                        .lab(new FoundLab("c.lab", "a.Mine", "cls x"))
                        .orElseThrow()
                        .lines())
                .contains("#   SOCKRATES_CLASSPATH=\"cls x\" sockrates run c.lab");
    }

    @Test
    void whatWasFoundBeforeItWasStoppedIsTheShortestSoFar() {
        assertThat(failed(false, false).lines()).contains("  the shortest schedule that shows it, 1 of 9 decisions:");
        assertThat(failed(false, true).lines())
                .contains("  the shortest so far, when it was stopped, 1 of 9 decisions:");
    }
}
