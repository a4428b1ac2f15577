package org.sockrates.shell.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.LadderJson;
import org.sockrates.sim.Transfer;
import org.sockrates.transport.rdt.Protocol;

/** Transfers packet by packet, as ladders or as traces, one below the other. */
record SimRuns(List<Shown> shown) implements Reply {
    /**
     * One of them.
     *
     * @param packets the lines that show them
     * @param ladder what was drawn; empty of a trace
     */
    record Shown(Protocol protocol, List<String> packets, Optional<Ladder> ladder, Transfer.Outcome outcome) {
        Shown {
            packets = List.copyOf(packets);
        }

        private String end() {
            String wrong = outcome.wrong() == 0 ? "" : ", then a wrong one";
            return protocol.word() + ": " + outcome.delivered() + " delivered" + wrong + ", " + outcome.dataPackets()
                    + " data packets, " + outcome.acknowledgements() + " acknowledgements";
        }
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Shown each : shown) {
            lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
            lines.addAll(each.packets());
            lines.add(each.end());
        }
        return lines;
    }

    @Override
    public int status() {
        return shown.stream().anyMatch(each -> each.outcome().stopped()) ? ExitStatus.INTERRUPTED : ExitStatus.OK;
    }

    @Override
    public Object json() {
        return shown.stream().map(SimRuns::json).toList();
    }

    private static Map<String, @Nullable Object> json(Shown each) {
        Map<String, @Nullable Object> json = Json.object(
                "protocol", each.protocol().word(),
                "delivered", each.outcome().delivered(),
                "wrong", each.outcome().wrong());
        each.ladder().ifPresent(ladder -> json.putAll(LadderJson.of(ladder)));
        json.put("lines", each.packets());
        return json;
    }
}
