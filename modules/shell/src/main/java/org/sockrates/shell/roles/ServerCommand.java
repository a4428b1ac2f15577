package org.sockrates.shell.roles;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.KnownPort;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.CallText;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.Service;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.WholeText;

@Parameters(commandDescription = "serves: create, bind, listen, accept, receive and send, close")
@Manual(
        text = {
            "In the shell it goes on beside the prompt, as a job: jobs lists it, stop ends it.",
            "From the command line it stays in the foreground until Ctrl-C.",
            "Port 0 lets the system choose. Only this machine can reach it; HOST any, or an",
            "address of the network, needs --allow-remote, typed by a person. Of UDP a stranger from",
            "there gets at most three times the bytes that came from him, since senders' addresses",
            "can be forged (RFC 9000), and who writes from port 0 gets none."
        },
        example = {"server 12345", "server udp 0 --pinger 30% --seed 7", "server tcp 8080 --style selector"},
        see = "RFC 862, 863, 864",
        proves = Proof.OF_ITSELF)
final class ServerCommand implements Command {
    private static final Duration LEAST_IDLE = Duration.ofMillis(1);
    /** For one byte, the longest datagram there is: where nobody can be harmed. */
    private static final int ANY_DATAGRAM = 65_535;

    private static final Duration MOST_IDLE = Duration.ofDays(1);

    @Parameter(description = "[TRANSPORT] [HOST] PORT")
    private List<Word> words = new ArrayList<>();

    @ParametersDelegate
    private ServiceOptions service = new ServiceOptions();

    @Parameter(
            names = "--style",
            description = "how it serves many: iterative, threads, selector, virtual (iterative)",
            placeholder = "STYLE")
    private @Nullable String style;

    @Parameter(names = "--backlog", description = "how many may wait to be accepted (50)", placeholder = "N")
    private @Nullable String backlog;

    @Parameter(names = "--idle", description = "close a peer that is silent so long (60s)", placeholder = "TIME")
    private @Nullable String idle;

    @Parameter(names = "--pause-after-listen", description = "wait before the first accept", placeholder = "TIME")
    private @Nullable Duration pauseAfterListen;

    @Parameter(names = "--pause-before-read", description = "wait before each receive", placeholder = "TIME")
    private Duration pauseBeforeRead = Duration.ZERO;

    @Parameter(names = "--seed", description = "of the pinger's lots (the session's)", placeholder = "N")
    private @Nullable Long seed;

    @Parameter(names = "--quiet", description = "do not tell of every call")
    private boolean quiet;

    @Parameter(names = Outside.OPTION, description = "let other machines reach it")
    private boolean allowRemote;

    @Override
    public void foresee() {
        KnownPort.behind("server", words, true);
        served();
        waiting(1);
        silent(MOST_IDLE);
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("server", words, session);
        String name = operands.transport();
        InetSocketAddress local = operands.own(session.defaults().family());
        operands.end();
        checkReach(session, local, job.origin());
        session.place().ready();
        if (seed != null && !service.drawsLots()) {
            throw new UsageException("server: --seed without --pinger (expected: both)");
        }
        ServiceOptions.Choice choice = service.choose(
                session.files(job), seed == null ? session.defaults().seed() : seed);
        if (!session.unobserved("server", name).traits().connectionOriented()) {
            checkNothingForConnections(name);
        }
        ServerSettings settings =
                settings(local, choice.service(), session.place().secluded());
        int number = session.jobs().number("server");
        RunningServer server = new RunningServer(session, name, settings, choice.told(), quiet, number);
        Duration pause = pauseAfterListen == null ? Duration.ZERO : pauseAfterListen;
        if (job.origin() == Origin.ARGUMENTS) {
            job.serve(server.serving());
            Fold.line(server.told() + "; Ctrl-C ends it").forEach(job::say);
            job.event(server.json(0));
            return server.serve(job, pause);
        }
        Job beside = job.beside("server " + name + " " + CallText.address(server.address()));
        beside.serve(server.serving());
        try {
            return server.started(session.jobs().startBeside(beside, number, running -> server.serve(running, pause)));
        } catch (OutOfMemoryError noThread) {
            server.close();
            throw noThread;
        }
    }

    private void checkReach(Session session, InetSocketAddress local, Origin origin) {
        boolean opened = origin == Origin.LAB && !Outside.isClosed(session); // by a person, for all its lines
        if (local.getAddress().isLoopbackAddress() || session.place().secluded() || opened) {
            return;
        }
        if (!allowRemote && origin == Origin.LAB) {
            throw Outside.listens("server", CallText.host(local.getAddress()));
        }
        if (!allowRemote) {
            throw new UsageException("server: " + CallText.address(local)
                    + " can be reached from other machines (expected: a loopback address); say --allow-remote"
                    + " to mean it");
        }
        if (!origin.typed()) {
            throw new UsageException("server: --allow-remote in a script or lab (expected: typed by a person)");
        }
    }

    private ServerSettings settings(InetSocketAddress local, Service answers, boolean secluded)
            throws MissingAbilityException {
        ServerSettings usual = ServerSettings.of(local, answers);
        ServerStyle served = served();
        checkVirtual(served);
        return usual.withStyle(served)
                .withBacklog(waiting(usual.backlog()))
                .withIdleLimit(silent(usual.idleLimit()))
                .withPauseBeforeRead(pauseBeforeRead)
                .withMostAmplification(secluded ? ANY_DATAGRAM : usual.mostAmplification());
    }

    private ServerStyle served() {
        return style == null ? ServerStyle.ITERATIVE : style(style);
    }

    private static ServerStyle style(String word) {
        return ServerStyle.of(word)
                .orElseThrow(() -> new UsageException("server: --style", word, String.join(", ", ServerStyle.words())));
    }

    private int waiting(int usual) {
        return backlog == null ? usual : WholeText.parse("server: --backlog", backlog, 1, ServerSettings.MOST_BACKLOG);
    }

    private Duration silent(Duration usual) {
        return idle == null ? usual : DurationText.parse("server: --idle", idle, LEAST_IDLE, MOST_IDLE);
    }

    /** What only a server with connections has to do. */
    private void checkNothingForConnections(String transport) {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("--style", style != null);
        given.put("--backlog", backlog != null);
        given.put("--idle", idle != null);
        given.put("--pause-after-listen", pauseAfterListen != null);
        given.forEach((option, there) -> {
            if (there) {
                throw new UsageException("server: " + option + " with " + transport
                        + ": one socket serves everybody, nobody connects (expected: no " + option + ")");
            }
        });
    }

    private static void checkVirtual(ServerStyle style) throws MissingAbilityException {
        Optional<String> missing = ThisMachine.withoutVirtualThreads();
        if (style == ServerStyle.VIRTUAL && missing.isPresent()) {
            throw new MissingAbilityException("server: --style virtual: " + missing.get() + "; use --style threads");
        }
    }
}
