package org.sockrates.shell.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.FailedCall;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.CallLines;
import org.sockrates.shell.text.EventJson;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/**
 * How a call ended, as strace prints it.
 *
 * @param name of the socket that was made, or empty
 * @param hints what the session knows about a failure
 */
record CallReply(SocketEvent event, String name, List<String> hints) implements Reply {
    @Override
    public List<String> lines() {
        return lines(CallLines.alone(event, named()));
    }

    @Override
    public List<String> resumedLines() {
        return lines(List.of(CallText.resumed(event) + named()));
    }

    private String named() {
        return name.isEmpty() ? "" : " (" + name + ")";
    }

    private List<String> lines(List<String> call) {
        List<String> lines = new ArrayList<>(call);
        hints.forEach(hint -> lines.addAll(Fold.hanging("  ", hint)));
        return lines;
    }

    @Override
    public @Nullable Object json() {
        Map<String, @Nullable Object> json =
                Json.object("call", event.call().word(), "socket", event.socket(), "name", Json.orNull(name));
        json.putAll(EventJson.of(event));
        json.put("hints", hints);
        return json;
    }

    @Override
    public int status() {
        return event.outcome() instanceof Failed failed ? Failure.status(failed.errno()) : ExitStatus.OK;
    }

    @Override
    public Optional<FailedCall> failed() {
        return event.outcome() instanceof Failed failed
                ? Optional.of(new FailedCall(failed.errno(), CallText.of(event), lines()))
                : Optional.empty();
    }
}
