package org.sockrates.shell.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.format.OutputFile;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.UsageException;
import org.sockrates.wire.WireCapture;

/**
 * A capture of a session's wire that is being written.
 *
 * @param name as it was typed
 */
record RunningCapture(String name, WireCapture capture) {
    private static final String PROGRAM = "Sockrates";

    /** @throws UsageException when one runs already */
    static void begin(WirePlace place, String name, Path file, boolean force) throws IOException {
        Optional<RunningCapture> running = place.capture();
        if (running.isPresent()) {
            throw new UsageException("capture: one runs already, to "
                    + SafeText.escape(running.get().name()) + " (expected: one at a time); end it:  capture stop");
        }
        WireCapture capture = WireCapture.begin(
                place.wire(), OutputFile.open(file, force), PROGRAM, SystemClock.INSTANCE, Clock.systemUTC());
        place.capture(new RunningCapture(name, capture));
    }

    static Reply stop(WirePlace place) throws IOException {
        RunningCapture running = place.takeCapture()
                .orElseThrow(() ->
                        new UsageException("capture: none runs (expected: one to stop); begin one:  capture FILE"));
        running.capture().close();
        long written = running.capture().written();
        long missed = running.capture().missed();
        String line = SafeText.escape(running.name()) + ": " + written + " packets, seen at both ends"
                + (missed > 0 ? "; " + missed + " came too fast and are not in it, which the file says" : "");
        Object json = Json.object("file", running.name(), "packets", written, "missed", missed);
        return Reply.of(List.of(line), json, ExitStatus.OK);
    }
}
