package org.sockrates.shell.roles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Errno;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;

/** Numbered messages, one after the other; a reply is known by its number, so one that comes late is not taken for another. */
final class Pinging {
    private static final int SHOWN = 40;

    private final Transport transport;
    private final ClientSettings settings;
    private final Job job;
    private final PingReplies replies;
    private final NanoClock clock = SystemClock.INSTANCE;
    private final PingTally tally;

    Pinging(Transport transport, ClientSettings settings, Job job, Traits traits) {
        this.transport = transport;
        this.settings = settings;
        this.job = job;
        this.replies = new PingReplies(traits.keepsBoundaries());
        this.tally = new PingTally(transport.name(), settings.server());
    }

    Reply ping(int count, Duration interval, byte[] data) throws IOException {
        try (Client client = transport.client(settings)) {
            return job.whileWaiting(() -> end(client), () -> {
                client.open();
                long start = clock.nanoTime();
                for (int number = 1; number <= count && !job.cancelled(); number++) {
                    pauseUntil(start + (number - 1) * interval.toNanos());
                    if (!job.cancelled()) {
                        one(client, number, data);
                    }
                }
                return tally.reply(job.cancelled());
            });
        }
    }

    private void one(Client client, int number, byte[] data) throws IOException {
        long sent = clock.nanoTime();
        try {
            client.send(ByteBuffer.wrap(PingReplies.request(number, data)));
            tally.sent();
            OptionalLong came = replyTo(client, number, sent + settings.limit().toNanos());
            if (came.isPresent()) {
                tally.received(came.getAsLong() - sent);
                tell(number, String.format(Locale.ROOT, "reply after %.3g ms", (came.getAsLong() - sent) / 1e6));
            } else {
                tell(number, "no reply within " + settings.limit().toMillis() + " ms");
            }
        } catch (SocketCallException failure) {
            if (failure.errno() == Errno.EBADF && job.cancelled()) {
                return;
            }
            if (failure.errno() != Errno.ECONNREFUSED) {
                throw failure;
            }
            tell(number, "refused: nobody listens there");
        }
    }

    /** When the reply to a number came; empty when the time was over. */
    private OptionalLong replyTo(Client client, int number, long deadline) throws IOException {
        while (clock.nanoTime() - deadline < 0) {
            OptionalLong which;
            try {
                which = replies.next(client, number);
            } catch (SocketCallException failure) {
                if (failure.errno() == Errno.EAGAIN) {
                    return OptionalLong.empty();
                }
                throw failure;
            }
            if (which.isPresent() && which.getAsLong() == number) {
                return OptionalLong.of(clock.nanoTime());
            }
            if (which.isPresent()) {
                tally.late();
            }
        }
        return OptionalLong.empty();
    }

    private void tell(int number, String what) {
        if (number <= SHOWN) {
            job.say(String.format(Locale.ROOT, "ping %-4d %s", number, what));
        } else if (number == SHOWN + 1) {
            job.say("… the rest is only counted");
        }
    }

    private void pauseUntil(long nanos) {
        for (long left = nanos - clock.nanoTime(); left > 0 && !job.cancelled(); left = nanos - clock.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, 20_000_000));
        }
    }

    private static void end(Client client) {
        try {
            client.close();
        } catch (IOException ending) {
            // it is being thrown away
        }
    }
}
