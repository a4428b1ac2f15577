package org.sockrates.shell.look;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.report.JsonText;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.JournalEntry;
import org.sockrates.shell.session.TimeText;
import org.sockrates.shell.text.CallLines;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.EventJson;
import org.sockrates.transport.SocketEvent;

/**
 * Calls that have ended, oldest first.
 *
 * @param earlier how many are not shown; -1 where nobody knows any more
 */
record JournalReply(List<JournalEntry> entries, long earlier, Clock wall) implements Reply {
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (entries.isEmpty()) {
            return List.of("no call was made yet");
        }
        if (earlier != 0) {
            lines.add("… " + (earlier < 0 ? "more" : Long.toString(earlier)) + " before");
        }
        int width =
                entries.stream().mapToInt(entry -> entry.actor().length()).max().orElse(0);
        for (JournalEntry entry : entries) {
            String before = TimeText.precise(entry.at(), wall) + " " + Columns.cell(entry.actor(), width + 1);
            lines.addAll(CallLines.listed(before, entry.event(), ""));
        }
        return lines;
    }

    @Override
    public Object json() {
        return entries.stream().map(JournalReply::document).toList();
    }

    @Override
    public List<String> jsonLines() {
        return entries.stream().map(JournalReply::document).map(JsonText::of).toList();
    }

    /** In the shape of qlog: time, name, data, and whose view it is. */
    private static Map<String, @Nullable Object> document(JournalEntry entry) {
        SocketEvent event = entry.event();
        Map<String, @Nullable Object> data = Json.object("sequence", entry.sequence());
        data.putAll(EventJson.of(event));
        return Json.object(
                "time",
                entry.at().toEpochMilli(),
                "name",
                "socket:" + event.call().word(),
                "vantage_point",
                entry.actor(),
                "data",
                data);
    }
}
