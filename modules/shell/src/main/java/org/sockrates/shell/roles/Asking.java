package org.sockrates.shell.roles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Foreground;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.text.QuotedBytes;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.text.DurationText;

/** One request and its reply: of a stream all that comes until its end, of datagrams the first. */
final class Asking {
    private static final int MOST_BYTES = 1 << 20;

    /** Whoever answers has answered by then, as a rule. */
    private static final long SOON_NANOS = 200_000_000;

    /** Whoever sees nothing for so long at the prompt is told what goes on, where a connection is waited for. */
    private static final long LATE_NANOS = 1_000_000_000;

    private final Transport transport;
    private final ClientSettings settings;
    private final Job job;
    private final Supplier<Optional<String>> silence;
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();
    private String end = "";
    private int status = ExitStatus.OK;
    private Optional<String> hint = Optional.empty();
    private boolean warned;
    private boolean over;

    /** @param silence asked for what there is to say of it, where nothing comes */
    Asking(Transport transport, ClientSettings settings, Job job, Supplier<Optional<String>> silence) {
        this.transport = transport;
        this.settings = settings;
        this.job = job;
        this.silence = silence;
    }

    /** @param given whether somebody said what to send, were it nothing */
    Reply ask(byte[] request, boolean given) throws IOException {
        long began = SystemClock.INSTANCE.nanoTime();
        try (Client client = transport.client(settings)) {
            return job.whileWaiting(() -> end(client), () -> {
                client.open();
                if (request.length > 0 || !transport.traits().connectionOriented()) {
                    client.send(ByteBuffer.wrap(request));
                }
                finish(client);
                Thread impatient = warnsSoon();
                try {
                    receive(client);
                } finally {
                    impatient.interrupt();
                }
                double millis = (SystemClock.INSTANCE.nanoTime() - began) / 1e6;
                settle(given);
                return told(request, millis);
            });
        }
    }

    /** Of a connection that is over already, the receive tells why. */
    private static void finish(Client client) throws IOException {
        try {
            client.finish();
        } catch (SocketCallException over) {
            if (over.errno() != Errno.ENOTCONN) {
                throw over;
            }
        }
    }

    private void receive(Client client) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        try {
            while (client.receive(buffer) != TransportSocket.END_OF_STREAM) {
                reply.write(buffer.array(), 0, buffer.position());
                buffer.clear();
                if (!transport.traits().connectionOriented()) {
                    return;
                }
                if (reply.size() >= MOST_BYTES) {
                    end = "enough: " + MOST_BYTES + " bytes";
                    return;
                }
            }
            end = "end of stream";
        } catch (SocketCallException failure) {
            if (job.cancelled()) { // the client was closed under it
                end = job.endedBy();
                status = ExitStatus.INTERRUPTED;
                return;
            }
            end = failure.errno() == Errno.EAGAIN
                    ? "nothing more within " + settings.limit().toMillis() + " ms"
                    : failure.errno() + " (" + failure.errno().text() + ")";
            status = failure.errno() == Errno.EAGAIN
                    ? (reply.size() == 0 ? ExitStatus.TIME_LIMIT : ExitStatus.OK)
                    : ExitStatus.NETWORK;
        }
    }

    /**
     * A connection would have been refused; of datagrams nobody says that they met no one, and the wait may be long. A
     * connection's may be, too, where its server is busy with another.
     */
    private Thread warnsSoon() {
        Thread thread = new Thread(this::warn, "warning of " + job.line());
        thread.setDaemon(true);
        if (!transport.traits().connectionOriented() || job.origin() == Origin.PROMPT) {
            thread.start();
        }
        return thread;
    }

    private void warn() {
        boolean connected = transport.traits().connectionOriented();
        LockSupport.parkNanos(connected ? LATE_NANOS : SOON_NANOS);
        synchronized (this) {
            if (!over && !Thread.currentThread().isInterrupted()) {
                Optional<String> known = silence.get();
                if (connected && known.isEmpty()) {
                    if (!Foreground.has(job)) {
                        return;
                    }
                    Fold.hanging(
                                    "  ",
                                    "it waits for the server to end the stream, " + DurationText.print(settings.limit())
                                            + " at most where nothing comes; Ctrl-C ends it")
                            .forEach(job::news);
                    return;
                }
                warned = known.isPresent(); // else there may be more to say at the end
                hint = known;
                hint.ifPresent(said -> Fold.hanging("  ", said).forEach(job::say));
            }
        }
    }

    private synchronized void settle(boolean given) {
        over = true;
        if (status == ExitStatus.TIME_LIMIT && !warned) {
            hint = silence.get();
        } else if (status == ExitStatus.OK
                && !given
                && reply.size() == 0
                && transport.traits().connectionOriented()) {
            hint = Optional.of("no DATA was given, so none was sent; with some:  client " + transport.name() + " "
                    + CallText.address(settings.server()) + " hello");
        }
    }

    private static void end(Client client) {
        try {
            client.close();
        } catch (IOException ending) {
            // it is being thrown away
        }
    }

    private Reply told(byte[] request, double millis) {
        List<String> lines = new ArrayList<>();
        lines.add("sent      " + request.length + " bytes to " + CallText.address(settings.server()));
        String received = "received  " + reply.size() + " bytes";
        byte[] bytes = reply.toByteArray();
        boolean same = Arrays.equals(request, bytes);
        if (bytes.length == 0) {
            lines.add(received);
        } else {
            List<String> shown = QuotedBytes.lines(received + ": ", bytes);
            // who sees all of them sees that himself
            lines.addAll(same && QuotedBytes.isCut(shown) ? QuotedBytes.lines(received + ", as sent: ", bytes) : shown);
        }
        lines.add("after     " + FigureText.of(Unit.MILLISECONDS, millis) + (end.isEmpty() ? "" : ": " + end));
        if (!warned) {
            hint.ifPresent(said -> lines.addAll(Fold.hanging("  ", said)));
        }
        return Reply.of(
                lines,
                Json.object(
                        "transport", transport.name(),
                        "server", CallText.address(settings.server()),
                        "sent_bytes", request.length,
                        "received_bytes", bytes.length,
                        "as_sent", same,
                        "reply", SafeText.escape(bytes),
                        "end", Json.orNull(end),
                        "hint", hint.orElse(null),
                        "milliseconds", millis),
                status);
    }
}
