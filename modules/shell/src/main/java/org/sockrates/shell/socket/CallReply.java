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
 * @param expected whether something particular was to be received
 * @param comparison what came, held against that; null where nothing did, or nobody asked
 * @param over whether a stream is over behind what it gave
 */
record CallReply(
        SocketEvent event,
        String name,
        List<String> hints,
        boolean expected,
        @Nullable Comparison comparison,
        Over over)
        implements Reply {
    CallReply(SocketEvent event, String name, List<String> hints) {
        this(event, name, hints, false, null, Over.UNASKED);
    }

    /**
     * The same of a receive that something particular was to come of.
     *
     * @param made null where it failed
     */
    CallReply compared(@Nullable Comparison made) {
        return new CallReply(event, name, hints, true, made, over);
    }

    /** The same of a receive behind which a stream was to be over, or not. */
    CallReply over(Over asked) {
        return new CallReply(event, name, hints, expected, comparison, asked);
    }

    @Override
    public List<String> lines() {
        return lines(CallLines.alone(event, after()));
    }

    @Override
    public List<String> resumedLines() {
        return lines(List.of(CallText.resumed(event) + after()));
    }

    private String after() {
        return (name.isEmpty() ? "" : " (" + name + ")") + (comparison == null ? "" : comparison.said()) + over.said();
    }

    private List<String> lines(List<String> call) {
        List<String> lines = new ArrayList<>(call);
        if (comparison != null) {
            lines.addAll(comparison.lines());
        }
        if (!event.failed()) {
            lines.addAll(over.lines());
        }
        hints.forEach(hint -> lines.addAll(Fold.hanging("  ", hint)));
        return lines;
    }

    @Override
    public @Nullable Object json() {
        Map<String, @Nullable Object> json =
                Json.object("call", event.call().word(), "socket", event.socket(), "name", Json.orNull(name));
        json.putAll(EventJson.of(event));
        if (expected) {
            json.putAll(Comparison.json(comparison));
        }
        if (over != Over.UNASKED) {
            json.put("over", over.json());
        }
        json.put("hints", hints);
        return json;
    }

    @Override
    public int status() {
        if (event.outcome() instanceof Failed failed && over != Over.YES) { // a reset is right then
            return Failure.status(failed.errno());
        }
        boolean held = comparison == null || comparison.same();
        boolean ended = over == Over.YES || over == Over.UNASKED;
        return held && ended ? ExitStatus.OK : ExitStatus.DID_NOT_HOLD;
    }

    @Override
    public Optional<FailedCall> failed() {
        return event.outcome() instanceof Failed failed
                ? Optional.of(new FailedCall(failed.errno(), CallText.of(event), lines()))
                : Optional.empty();
    }
}
