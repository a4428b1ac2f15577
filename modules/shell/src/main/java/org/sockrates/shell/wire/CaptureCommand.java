package org.sockrates.shell.wire;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.file.Patience;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "writes what passes the wire to a file, or reads such a file")
@Manual(
        text = {
            "FILE            from now on, as pcapng: two interfaces, what the client saw and what the",
            "                server saw; a packet that a rule touched has a comment",
            "                (Wireshark takes what both saw for sent again:  --at client  for it)",
            "stop            no more; the file is whole then, for Wireshark or tshark",
            "read FILE       any pcapng or pcap: each conversation in numbers; --packets a line each,",
            "                --ladder drawn; what the receiver throws away is in no conversation"
        },
        verbs = {"FILE [--at] [--force]", "read FILE [--packets] [--number] [--ladder] [--timeless] [--at]", "stop"},
        example = {"capture lab.pcapng", "capture stop", "capture read lab.pcapng --packets"},
        see = "tshark(1), tcpdump(1)",
        proves = Proof.OF_ITSELF,
        shows = {"", "read"})
final class CaptureCommand implements Command {
    /** Said in other programs for what is said in other words here: no file is meant. */
    private static final Set<String> OTHERS_WORDS = Set.of("on", "off", "start");

    @Parameter(description = "read|stop|FILE [FILE]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--force", description = "overwrite a file that exists")
    private boolean force;

    @Parameter(names = "--packets", description = "for read: every packet, in tcpdump's words")
    private boolean packets;

    @Parameter(names = "--number", description = "with --packets: its frame's number before each")
    private boolean number;

    @Parameter(names = "--ladder", description = "for read: draw the conversations")
    private boolean ladder;

    @Parameter(names = "--timeless", description = "for read: without times")
    private boolean timeless;

    @Parameter(
            names = "--at",
            placeholder = "POINT",
            description = "seen there: client or server (both; read: the first)")
    private @Nullable String at;

    private final WireAccess wire;

    CaptureCommand(WireAccess wire) {
        this.wire = wire;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("capture", words, session);
        if (!operands.more()) {
            return state(session);
        }
        String first = operands.next("FILE").text();
        if (first.equals("read")) {
            String name = operands.next("FILE").text();
            operands.end();
            return read(session, job, name);
        }
        if (OTHERS_WORDS.contains(first)) {
            throw new UsageException("capture", first, "FILE to begin, stop to end; a file so named is ./" + first);
        }
        operands.end();
        WirePlace place = WirePlace.of("capture", session, wire);
        return first.equals("stop") ? RunningCapture.stop(place) : begin(session, job, place, first);
    }

    private static Reply state(Session session) {
        Optional<RunningCapture> running =
                session.place() instanceof WirePlace place ? place.captures().running() : Optional.empty();
        String told = running.map(each -> "capturing to " + SafeText.escape(each.name()))
                .orElse("no capture runs; begin one:  capture FILE");
        Object json = Json.object("file", running.map(RunningCapture::name).orElse(null));
        return Reply.of(List.of(told), json);
    }

    private Reply begin(Session session, Job job, WirePlace place, String name) throws IOException {
        RunningCapture.begin(place, name, session.files(job).writable("capture", name), at, force);
        String line = "capturing to " + SafeText.escape(name) + " until  capture stop";
        List<String> lines =
                at == null ? List.of(line, "  as both ends see it; for Wireshark, one:  --at client") : List.of(line);
        return Reply.of(lines, Json.object("file", name));
    }

    private Reply read(Session session, Job job, String name) throws IOException {
        if (ladder && (packets || at != null)) {
            throw new UsageException(
                    "capture read: --ladder with " + (packets ? "--packets" : "--at") + " (expected: one of them)");
        }
        if (number && !packets) {
            throw new UsageException("capture read: --number without --packets (expected: both)");
        }
        CaptureReading reading = CaptureReading.of(session.files(job), name, Patience.until("capture", job::cancelled));
        Reply reply = ladder
                ? reading.ladders(session, timeless)
                : packets
                        ? reading.packets(
                                at, timeless, number, session.defaults().terminal())
                        : reading.summary(at, timeless);
        if (reading.fault().isPresent()) {
            reply.lines().forEach(job::say);
            job.event(reply.json());
            throw new BadFileException(reading.fault().get());
        }
        return reply;
    }
}
