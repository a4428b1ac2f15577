package org.sockrates.shell.roles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.SocketAction;
import org.sockrates.shell.text.Columns;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Errno;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.text.CountText;

/**
 * Numbered messages at their times, whatever became of those before. One thread sends, another receives and matches each
 * reply to its message by the number; the job's own tells of both.
 */
final class Pinging {
    private static final int SHOWN = 40;
    private static final long ENDING_MILLIS = 2_000;

    private final Transport transport;
    private final ClientSettings settings;
    private final Job job;
    private final Supplier<Optional<String>> silence;
    private final Supplier<OptionalLong> thrownAway;
    private final NanoClock clock = SystemClock.INSTANCE;
    private final PingReplies replies;
    private final PingTally tally;
    private final PingWatch watch;

    /**
     * A pinger.
     *
     * @param silence asked, where nothing came, for what there is to say of it
     * @param thrownAway asked, while the client is open, how many datagrams its own full receive buffer threw away
     */
    Pinging(
            Transport transport,
            ClientSettings settings,
            Job job,
            Supplier<Optional<String>> silence,
            Supplier<OptionalLong> thrownAway) {
        this.transport = transport;
        this.settings = settings;
        this.job = job;
        this.silence = silence;
        this.thrownAway = thrownAway;
        this.replies = new PingReplies(clock, transport.traits().keepsBoundaries());
        this.tally = new PingTally(transport.name(), settings.server());
        this.watch = new PingWatch(
                clock, settings.limit().toNanos(), transport.traits().ordered(), tally);
    }

    /** @param interval between two messages; null to send the next when the reply to the one before is there */
    Reply ping(int count, @Nullable Duration interval, byte[] data) throws IOException {
        Client client = transport.client(settings);
        return job.whileWaiting(() -> end(client), () -> {
            try (client) {
                client.open();
                Thread sender = start("pings of ", () -> send(client, count, interval, data));
                Thread receiver = start("replies to ", () -> receive(client, count));
                watch.tell(this::tell);
                end(client);
                join(sender);
                join(receiver);
            }
            return told();
        });
    }

    private Thread start(String what, SocketAction work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | RuntimeException failure) {
                        watch.broken(failure);
                    } catch (Error bug) {
                        watch.broken(new IllegalStateException(bug)); // else the job would tell for ever
                    }
                },
                what + job.line());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void send(Client client, int count, @Nullable Duration interval, byte[] data) {
        long start = clock.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = interval == null ? 0 : start + i * interval.toNanos();
            if (interval == null) {
                watch.awaitSettled();
            } else {
                watch.awaitUntil(due);
            }
            if (watch.over()) {
                return;
            }
            ByteBuffer request = ByteBuffer.wrap(PingReplies.request(i + 1, data));
            long left = watch.sending();
            try {
                client.send(request);
                if (interval != null && isLate(left - due, interval)) {
                    watch.leftLate(left - due);
                }
            } catch (IOException failure) {
                watch.unsent();
                if (failure instanceof SocketCallException end && end.errno() == Errno.EPIPE) {
                    // the other end is no more: who receives learns how it ended
                    watch.awaitUntil(clock.nanoTime() + settings.limit().toNanos());
                }
                watch.broken(failure);
            }
        }
        watch.awaitSettled();
        watch.awaitLate();
        watch.end();
    }

    /** Whether the next one's time had come already; what goes all at once has no times. */
    private static boolean isLate(long lateNanos, Duration interval) {
        return !interval.isZero() && lateNanos > interval.toNanos();
    }

    private void receive(Client client, int count) throws IOException {
        while (watch.open(count)) {
            long number = next(client);
            if (number != PingReplies.INCOMPLETE) {
                watch.came(number, replies.cameNanos());
            }
        }
    }

    /** A reply that does not come is the watch's business; here one only goes on listening. */
    private long next(Client client) throws IOException {
        try {
            return replies.next(client);
        } catch (SocketCallException failure) {
            if (failure.errno() != Errno.EAGAIN) {
                throw failure;
            }
            return PingReplies.INCOMPLETE;
        }
    }

    private Reply told() {
        Optional<String> hint = tally.silence() ? unended().or(silence) : Optional.empty();
        return tally.reply(
                job.cancelled() && !watch.settled(),
                watch.underWay(),
                watch.failure().map(Failure::text).orElse(""),
                hint);
    }

    private Optional<String> unended() {
        long bytes = replies.unendedBytes();
        return bytes == 0
                ? Optional.empty()
                : Optional.of(CountText.print(bytes, "byte")
                        + " came without an end of line, by which the replies of a stream are told apart");
    }

    private void tell(int number, String what) {
        if (number <= SHOWN) {
            job.say(Columns.cell("ping " + number, 10) + what);
        } else if (number == SHOWN + 1) {
            job.say("… the rest is only counted");
        }
    }

    private void end(Client client) {
        watch.end();
        if (transport.traits().inDatagrams()) {
            thrownAway.get().ifPresent(tally::thrownAway);
        }
        try {
            client.close();
        } catch (IOException ending) {
            // it is being thrown away
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(ENDING_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
