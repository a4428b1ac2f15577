package org.sockrates.shell.roles;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.job.ServedAddress;
import org.sockrates.shell.machine.KeptBacklog;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerCounts;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.serving.Closing;

/** A server of the session's, from its start to its end. */
final class RunningServer {
    private final Session session;
    private final Server server;
    private final Transport transport;
    private final ServerSettings settings;
    private final String service;
    private final boolean quiet;
    private final String actor;
    private final InetSocketAddress address;
    private final Closing closing = new Closing();

    /**
     * Creates, binds and listens; serves nobody yet.
     *
     * @param number of the job it will be
     */
    RunningServer(Session session, String name, ServerSettings settings, String service, boolean quiet, int number)
            throws IOException {
        this.session = session;
        this.settings = settings;
        this.service = service;
        this.quiet = quiet;
        this.actor = "server " + number;
        this.transport = session.transport("server", name, actor);
        this.server = transport.server(settings);
        try {
            this.address = server.open();
        } catch (SocketCallException failure) {
            server.close();
            throw RoleException.of("server", session, transport, settings.local(), failure);
        } catch (Throwable failure) {
            server.close();
            throw failure;
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** {@code server tcp 127.0.0.1:12345: echo, iterative}. */
    String told() {
        String style = transport.traits().connectionOriented()
                ? ", " + settings.style().word()
                : "";
        return "server " + transport.name() + " " + CallText.address(address) + ": " + service + style;
    }

    ServedAddress serving() {
        Traits traits = transport.traits();
        return new ServedAddress(transport.name(), traits, address, KeptBacklog.of(traits, settings.backlog()));
    }

    Reply started(int job) {
        return Reply.of(Fold.line(told() + " (job " + job + ")"), json(job));
    }

    /** @param job its number; 0 where it is none of a list */
    Object json(int job) {
        return Json.object(
                "server",
                transport.name(),
                "address",
                CallText.address(address),
                "service",
                service,
                "job",
                job == 0 ? null : job);
    }

    /**
     * Serves until the job is asked to end; tells what happens as it happens.
     *
     * @param pause between listen and the first accept, so that a class can watch the backlog fill
     */
    Reply serve(Job job, Duration pause) throws IOException {
        CallNews news = new CallNews(actor, line -> tell(job, line));
        ShortageNews shortage = new ShortageNews(actor, transport.name() + " " + CallText.address(address), job::news);
        if (!quiet) {
            session.listen(news);
        }
        session.listen(shortage);
        server.whenOutOfThreads(shortage::outOfThreads);
        session.own(server);
        try {
            job.whileWaiting(this::end, () -> {
                if (!closing.closedWithin(pause)) {
                    server.serve();
                }
                return true;
            });
        } finally {
            close();
            session.disown(server);
            session.unlisten(news);
            news.close();
            session.unlisten(shortage);
        }
        return ended(job);
    }

    /** A trace tells every call already. */
    private void tell(Job job, String line) {
        if (!session.traces().on()) {
            job.news(line);
        }
    }

    /** Back only when the socket is closed, whoever asked first: the last call of a server is told, too. */
    void close() throws IOException {
        closing.close();
        synchronized (server) {
            server.close();
        }
    }

    private void end() {
        try {
            close();
        } catch (IOException ending) {
            // it is being thrown away; its sockets are closed as far as they can be
        }
    }

    private Reply ended(Job job) {
        ServerCounts counts = server.counts();
        String text = String.format(
                Locale.ROOT,
                "server %s %s served: peers %s%d, messages %d, bytes in %d, out %d",
                transport.name(),
                CallText.address(address),
                counts.morePeers() ? "at least " : "",
                counts.peers(),
                counts.messages(),
                counts.receivedBytes(),
                counts.sentBytes());
        return Reply.of(
                Fold.line(text),
                Json.object(
                        "server", transport.name(),
                        "address", CallText.address(address),
                        "peers", counts.morePeers() ? null : counts.peers(),
                        "messages", counts.messages(),
                        "received_bytes", counts.receivedBytes(),
                        "sent_bytes", counts.sentBytes(),
                        "peers_reason",
                                counts.morePeers()
                                        ? "at least " + counts.peers() + ": so many wrote that some were forgotten"
                                        : null),
                job.cancelled() && !job.detached() ? ExitStatus.INTERRUPTED : ExitStatus.OK);
    }
}
