package org.sockrates.shell.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.report.OutputFile;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.wire.WireCapture;

/**
 * A capture of a session's wire that is being written.
 *
 * @param name as it was typed
 */
record RunningCapture(String name, WireCapture capture) {
    private static final String PROGRAM = "Sockrates";

    /**
     * Begins one.
     *
     * @param at whose end is written; both where it is null
     * @throws UsageException when one runs already, or there is no such end
     */
    static void begin(WirePlace place, String name, Path file, @Nullable String at, boolean force) throws IOException {
        List<WireCapture.End> ends = ends(at);
        place.captures().begin(() -> {
            OutputFile out = OutputFile.open("capture", file, force);
            try {
                return new RunningCapture(name, WireCapture.begin(place.wire(), ends, out, PROGRAM));
            } catch (Throwable refused) {
                out.close();
                throw refused;
            }
        });
    }

    private static List<WireCapture.End> ends(@Nullable String at) {
        List<WireCapture.End> all = List.of(WireCapture.End.values());
        List<WireCapture.End> named =
                all.stream().filter(end -> at == null || end.word().equals(at)).toList();
        if (at != null && named.isEmpty()) {
            throw new UsageException("capture: --at", at, "client or server");
        }
        return named;
    }

    static Reply stop(WirePlace place) throws IOException {
        RunningCapture running = place.captures()
                .take()
                .orElseThrow(() ->
                        new UsageException("capture: none runs (expected: one to stop); begin one:  capture FILE"));
        running.capture().close();
        long written = running.capture().written();
        long missed = running.capture().missed();
        List<WireCapture.End> ends = running.capture().ends();
        String where = ends.size() > 1 ? "both ends" : "the " + ends.get(0).word() + "'s end";
        String line = SafeText.escape(running.name()) + ": " + written + " packets, seen at " + where
                + (missed > 0 ? "; " + missed + " came too fast and are not in it, which the file says" : "");
        Object json = Json.object("file", running.name(), "packets", written, "missed", missed);
        return Reply.of(List.of(line), json);
    }
}
