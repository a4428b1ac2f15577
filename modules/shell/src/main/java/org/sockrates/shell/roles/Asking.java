package org.sockrates.shell.roles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
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
    /** So much a receive buffer takes, while nobody receives. */
    private static final int AT_ONCE_BYTES = 65_536;

    private final Transport transport;
    private final ClientSettings settings;
    private final Job job;
    private final SilenceNews silence;
    private final boolean keepsOpen;
    private final ByteBuffer request;
    private final Received reply;
    private String end = "";
    private int status = ExitStatus.OK;
    private boolean cutShort;
    private @Nullable SocketCallException unsent;

    /**
     * @param request what to send
     * @param keepsOpen whether it does not say that no more will come
     * @param silence asked for what there is to say of it, where nothing comes
     */
    Asking(
            byte[] request,
            boolean keepsOpen,
            Transport transport,
            ClientSettings settings,
            Job job,
            Supplier<Optional<String>> silence) {
        this.keepsOpen = keepsOpen;
        this.request = ByteBuffer.wrap(request);
        reply = new Received(request);
        this.transport = transport;
        this.settings = settings;
        this.job = job;
        this.silence = new SilenceNews(transport.traits().connectionOriented(), job, silence);
    }

    /** @param given whether somebody said what to send, were it nothing */
    Reply ask(boolean given) throws IOException {
        long began = SystemClock.INSTANCE.nanoTime();
        try (Client client = transport.client(settings)) {
            return job.whileWaiting(() -> end(client), () -> {
                client.open();
                FutureTask<Client> sending = send(client);
                Thread impatient = silence.begin(() -> doing(sending));
                try {
                    receive(client, sending);
                } finally {
                    impatient.interrupt();
                }
                if (!reply.isEnough() || sending.isDone()) {
                    awaitSent(sending);
                } else {
                    cutShort = true;
                }
                double millis = (SystemClock.INSTANCE.nanoTime() - began) / 1e6;
                silence.end(status == ExitStatus.TIME_LIMIT);
                return told(millis, given);
            });
        }
    }

    /**
     * Begins to send. Much goes out beside the receives: a server that answers while it still comes would else fill both
     * buffers, and each end would wait for the other to receive.
     */
    private FutureTask<Client> send(Client client) throws IOException {
        FutureTask<Client> sending = new FutureTask<>(() -> sent(client));
        if (transport.traits().connectionOriented() && request.remaining() > AT_ONCE_BYTES) {
            Thread thread = new Thread(sending, "sending of " + job.line());
            thread.setDaemon(true);
            thread.start();
        } else {
            sending.run();
            awaitSent(sending);
        }
        return sending;
    }

    private Client sent(Client client) throws IOException {
        if (request.hasRemaining() || !transport.traits().connectionOriented()) {
            client.send(request);
        }
        if (!keepsOpen) {
            finish(client);
        }
        return client;
    }

    /** Waits until all is sent; where it could not be and nothing came back, that is all there is to tell. */
    private void awaitSent(FutureTask<Client> sending) throws IOException {
        try {
            sending.get();
        } catch (ExecutionException failed) {
            if (reply.count() > 0 && failed.getCause() instanceof SocketCallException failure) {
                unsent = failure;
                if (!job.cancelled()) {
                    status = ExitStatus.NETWORK;
                    end += "; send: " + CallText.errno(failure.errno());
                }
            } else if (failed.getCause() instanceof IOException failure) {
                throw failure;
            } else if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (failed.getCause() instanceof Error failure) {
                throw failure;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
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

    private void receive(Client client, FutureTask<Client> sending) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        try {
            while (receive(client, buffer, sending) != TransportSocket.END_OF_STREAM) {
                reply.add(buffer.array(), buffer.position());
                buffer.clear();
                if (!transport.traits().connectionOriented()) {
                    return;
                }
                if (reply.isEnough()) {
                    end = "enough: " + reply.most() + " bytes";
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
                    ? "nothing more within " + DurationText.print(settings.limit())
                    : CallText.errno(failure.errno());
            status = failure.errno() == Errno.EAGAIN
                    ? (reply.count() == 0 ? ExitStatus.TIME_LIMIT : ExitStatus.OK)
                    : ExitStatus.NETWORK;
        }
    }

    /** The next piece; nobody waits too long for it while the request is on its way. */
    private static int receive(Client client, ByteBuffer buffer, FutureTask<Client> sending) throws IOException {
        while (true) {
            boolean isSent = sending.isDone();
            try {
                return client.receive(buffer);
            } catch (SocketCallException nothing) {
                if (isSent || nothing.errno() != Errno.EAGAIN) {
                    throw nothing;
                }
            }
        }
    }

    private String doing(FutureTask<Client> sending) {
        return sending.isDone()
                ? "it waits for the server to end the stream, " + DurationText.print(settings.limit())
                        + " at most where nothing comes"
                : "it still sends: " + request.position() + " of " + request.limit() + " bytes are handed over";
    }

    /** What there is to say besides: that nobody was asked anything, or of the silence. */
    private Optional<String> hint(boolean given) {
        boolean nothing = status == ExitStatus.OK
                && !given
                && reply.count() == 0
                && transport.traits().connectionOriented();
        return nothing
                ? Optional.of("no DATA was given, so none was sent; with some:  client " + transport.name() + " "
                        + CallText.address(settings.server()) + " hello")
                : silence.known();
    }

    private static void end(Client client) {
        try {
            client.close();
        } catch (IOException ending) {
            // it is being thrown away
        }
    }

    private Reply told(double millis, boolean given) {
        Optional<String> hint = hint(given);
        List<String> lines = new ArrayList<>();
        int length = request.limit();
        int sent = unsent == null && !cutShort ? length : request.position();
        String server = CallText.address(settings.server());
        lines.add("sent      " + sent + (sent == length ? "" : " of " + length) + " bytes to " + server);
        String received = "received  " + reply.count() + " bytes";
        byte[] bytes = reply.beginning();
        if (bytes.length == 0) {
            lines.add(received);
        } else {
            List<String> shown = QuotedBytes.lines(received + ": ", bytes);
            // who sees all of them sees that himself
            lines.addAll(
                    reply.asSent() && QuotedBytes.isCut(shown)
                            ? QuotedBytes.lines(received + ", as sent: ", bytes)
                            : shown);
        }
        lines.add("after     " + FigureText.of(Unit.MILLISECONDS, millis) + (end.isEmpty() ? "" : ": " + end));
        if (!silence.isTold()) {
            hint.ifPresent(said -> lines.addAll(Fold.hanging("  ", said)));
        }
        return Reply.of(
                lines,
                Json.object(
                        "transport", transport.name(),
                        "server", server,
                        "sent_bytes", sent,
                        "received_bytes", reply.count(),
                        "as_sent", reply.asSent(),
                        "reply", SafeText.escape(bytes),
                        "end", Json.orNull(end),
                        "hint", hint.orElse(null),
                        "milliseconds", millis),
                status);
    }
}
