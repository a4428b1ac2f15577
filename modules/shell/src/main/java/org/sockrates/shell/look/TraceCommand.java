package org.sockrates.shell.look;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Place;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.Teller;
import org.sockrates.shell.session.Traces;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "tells every call of servers and clients too, with its time")
@Manual(
        text = {
            "As strace -f -T, but a line begins with when the call ended, in seconds since trace on: who",
            "made it, the call, and how long it took. Calls typed by hand are shown anyway. On the wire it",
            "tells every packet, too, as it leaves: time, ends, flags, first:next(bytes) relative,",
            "acknowledged, Wireshark's label, and behind <- what the link did to it. Elsewhere only a link",
            "sees packets: put one before the server,  link add rdt-gbn PORT,  and let clients go to its",
            "port. It tells each datagram that passes; of rdt-sw, rdt-gbn and rdt-sr the type, the",
            "relative number, next, window and length.",
            "In virtual time:  sim rdt-gbn --trace"
        },
        example = {"trace on", "trace off"},
        see = "strace(1)")
final class TraceCommand implements Command {
    @Parameter(description = "[on|off]")
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("trace", words, session);
        if (operands.more()) {
            Word word = operands.next("on or off");
            operands.end();
            switch (word.text()) {
                case "on" -> {
                    session.traces().begin(() -> begin(session, job));
                    return reply(List.of("trace is on; calls typed by hand are shown anyway"), session);
                }
                case "off" -> session.traces().end();
                default -> throw new UsageException("trace", word.text(), "on or off");
            }
            return reply(List.of(), session);
        }
        return reply(List.of("trace is " + state(session)), session);
    }

    private static Traces.Traced begin(Session session, Job job) throws IOException {
        session.place().ready();
        Teller teller = Teller.begin(SystemClock.INSTANCE, job::news);
        try {
            Place.Tracing atPlace = session.place().trace(teller);
            Place.Tracing onLinks = session.passed().trace(teller);
            return new Traces.Traced(new TraceListener(teller), new Everything(teller, List.of(onLinks, atPlace)));
        } catch (Throwable refused) {
            teller.close();
            throw refused;
        }
    }

    /** All that is traced besides calls, and who tells it. */
    private record Everything(Teller teller, List<Place.Tracing> parts) implements Place.Tracing {
        @Override
        public void settle() {
            teller.settle();
        }

        @Override
        public void close() {
            parts.forEach(Place.Tracing::close);
            teller.close();
        }
    }

    private static Reply reply(List<String> lines, Session session) {
        return Reply.of(lines, Json.object("trace", state(session)));
    }

    private static String state(Session session) {
        return session.traces().on() ? "on" : "off";
    }
}
