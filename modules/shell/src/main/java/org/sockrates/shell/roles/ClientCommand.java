package org.sockrates.shell.roles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.KnownHost;
import org.sockrates.shell.command.KnownPort;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.session.Absence;
import org.sockrates.shell.session.Bypass;
import org.sockrates.shell.session.Crowd;
import org.sockrates.shell.session.Defaults;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.DurationText;

@Parameters(commandDescription = "asks: create, connect, send, receive, close")
@Manual(
        text = {
            "Once: sends DATA, says that no more will come where the transport can say it, and",
            "shows what comes back. With --keep-open it does not say so, as a browser: it closes",
            "behind the server's end of the stream, or when nothing more comes. More than 64 KiB of a",
            "stream are sent while it receives, since a server may answer before it has all; of a",
            "reply it takes 1 MiB more than it sent.",
            "UDP's client does not connect: each datagram names the server, and an empty one can be",
            "sent. With --count it is a pinger: numbered messages, each after the reply to the one",
            "before; with --interval at their times, whatever became of those before: those that left",
            "later than the next one's time are counted, since a send may have to wait for room. A",
            "reply, of a stream a line, is known by its number: one that comes after its time limit",
            "is late, and the last are listened for as long again, a second at most; one that comes",
            "again is a duplicate; and what came but found the client's own receive buffer full is",
            "told beside what is lost, where the kernel tells it. A round trip is what the program",
            "sees, from its send to the return of its receive: where the way is short, most of it is",
            "the two programs; what the way alone takes, compare latency is closer to.",
            "DATA is text, hex:48 65, #1000 or file:PATH; in quotes it is text. Another # begins a",
            "comment."
        },
        example = {"client localhost 12345 hello", "client udp localhost 12345 --count 20 --interval 50ms"},
        see = "help server",
        proves = Proof.OF_OTHERS)
final class ClientCommand implements Command {
    private static final Duration PING_PATIENCE = Duration.ofSeconds(1);

    @Parameter(description = "[TRANSPORT] [HOST] PORT [DATA…]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--count", description = "be a pinger: so many messages", placeholder = "N")
    private @Nullable Integer count;

    @Parameter(
            names = "--interval",
            description = "send one each so long, and do not wait for replies",
            placeholder = "TIME")
    private @Nullable Duration interval;

    @Parameter(
            names = "--timeout",
            description = "how long to wait for a reply (the session's; pinger: 1s)",
            placeholder = "TIME")
    private @Nullable String timeout;

    @Parameter(names = "--keep-open", description = "do not end the stream behind DATA: close when the reply is there")
    private boolean keepOpen;

    @Override
    public void foresee() {
        asked();
        KnownPort.behind("client", words, false);
    }

    @Override
    public Optional<KnownHost> asks() {
        return KnownHost.behind("client", words);
    }

    private @Nullable Duration asked() {
        return timeout == null
                ? null
                : DurationText.parse("client: --timeout", timeout, Defaults.LEAST_TIMEOUT, Defaults.MOST_TIMEOUT);
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Duration asked = asked();
        Operands operands = new Operands("client", words, session).within(asked);
        String name = operands.transport();
        String actor = session.jobs().actor("client");
        Transport transport = session.transport("client", name, actor);
        session.place().ready();
        InetSocketAddress server = operands.server(session.defaults().family());
        boolean given = operands.more();
        byte[] data = given ? Payload.read(operands.rest("DATA"), session.files(job)) : new byte[0];
        if (count == null && interval != null) {
            throw new UsageException("client: --interval without --count (expected: both); say how many: --count 20");
        }
        if (count != null && !transport.traits().keepsBoundaries() && new String(data, ISO_8859_1).contains("\n")) {
            throw new UsageException("client: --count: DATA has an end of line (expected: none); by it the replies of a"
                    + " stream are told apart, and each message gets its own");
        }
        if (keepOpen && (count != null || !transport.traits().connectionOriented())) {
            throw new UsageException("client: --keep-open "
                    + (count != null
                            ? "with --count: a pinger ends its stream last, anyhow"
                            : "with " + name + ": it has no stream to end")
                    + " (expected: no --keep-open)");
        }
        Duration usual = count == null ? session.defaults().timeout() : PING_PATIENCE;
        Bypass.told(session.place(), KernelProtocol.of(transport.traits()), server, KernelRows.NOW)
                .ifPresent(past -> job.news("(" + past + ")"));
        ClientSettings settings = new ClientSettings(server, asked == null ? usual : asked);
        try (OtherSenders others = new OtherSenders(session, actor, server)) {
            Supplier<Optional<String>> silence = () -> transport.traits().connectionOriented()
                    ? new Crowd(session, transport, server, KernelRows.NOW).told()
                    : others.told().or(new Absence(session, transport, server, KernelRows.NOW)::behindSilence);
            if (count == null) {
                return new Asking(data, keepOpen, transport, settings, job, silence).ask(given);
            }
            try (FullBuffer own = new FullBuffer(session, actor, KernelRows.NOW)) {
                return new Pinging(transport, settings, job, silence, own::datagrams).ping(count, interval, data);
            }
        } catch (SocketCallException failure) {
            SocketCallException told = job.cancelled() ? new SocketCallException(failure.call(), Errno.EINTR) : failure;
            throw RoleException.of("client", session, transport, server, told);
        }
    }
}
