package org.sockrates.shell.sim;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.capture.Ladder;
import org.sockrates.capture.LadderStyle;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.sim.Transfer;
import org.sockrates.transport.rdt.Protocol;

/** Transfers as ladders, one below the other. */
record SimLadders(List<Drawn> drawn, LadderStyle style) implements Reply {
    /** One of them. */
    record Drawn(Protocol protocol, Ladder ladder, Transfer.Outcome outcome) {
        private String end() {
            String wrong = outcome.wrong() == 0 ? "" : ", then a wrong one";
            return protocol.word() + ": " + outcome.delivered() + " delivered" + wrong + ", " + outcome.dataPackets()
                    + " data packets, " + outcome.acknowledgements() + " acknowledgements";
        }
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Drawn each : drawn) {
            lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
            lines.addAll(each.ladder().render(style));
            lines.add(each.end());
        }
        return lines;
    }

    @Override
    public int status() {
        return drawn.stream().anyMatch(each -> each.outcome().stopped()) ? ExitStatus.INTERRUPTED : ExitStatus.OK;
    }

    @Override
    public Object json() {
        return drawn.stream()
                .map(each -> Json.object(
                        "protocol", each.protocol().word(),
                        "delivered", each.outcome().delivered(),
                        "wrong", each.outcome().wrong(),
                        "lines", each.ladder().render(style)))
                .toList();
    }
}
