package org.sockrates.shell.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.CallLines;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.Room;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Remark;
import org.sockrates.transport.SocketEvent.Returned;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.text.DurationText;

/**
 * A receive with {@code MSG_WAITALL}, which Java has not: several into one buffer, and one reply. Each waits as any receive,
 * all of them {@link #MOST_WAITS} times as long (Linux gives all of them the time of one). As on Linux, what came is the answer
 * when the rest does not come, an error behind it meets the next call, and a datagram is whole by itself. Who observes the
 * socket is told of each receive.
 */
final class WholeReceive {
    /** Whoever sends a byte a second does not keep it for ever. */
    private static final int MOST_WAITS = 10;

    private final Session session;
    private final Job job;
    private final OpenSocket open;
    private final TransportSocket socket;
    private final ByteBuffer into;
    private final @Nullable Expected expected;
    private final boolean over;
    private boolean lastWaitCut;

    /**
     * @param into has room for as many as are wanted
     * @param expected what is to come, if anybody said
     * @param over whether the stream must be over behind it
     */
    WholeReceive(
            Session session, Job job, OpenSocket open, ByteBuffer into, @Nullable Expected expected, boolean over) {
        this.session = session;
        this.job = job;
        this.open = open;
        this.socket = open.socket();
        this.into = into;
        this.expected = expected;
        this.over = over;
    }

    Reply make() throws IOException {
        long start = SystemClock.INSTANCE.nanoTime();
        SocketEvent last = session.call(job, open, Call.RECV, this::receive);
        SocketEvent whole = new SocketEvent(
                start,
                last.endNanos(),
                last.socket(),
                last.transport(),
                last.call(),
                arguments(last),
                into.position() == 0 ? last.outcome() : returned(last),
                last.local(),
                last.peer());
        boolean pieces = !socket.transport().traits().keepsBoundaries();
        boolean fewer = into.position() > 0 && into.hasRemaining() && pieces;
        String end = fewer ? why(last) : pieces ? Receiving.ROOM_ENDS : Receiving.MESSAGE_ENDS;
        Over found = over ? Over.of(last, into.hasRemaining()) : Over.UNASKED;
        boolean nothing = whole.failed() && found != Over.YES;
        Comparison made = expected == null || nothing ? null : expected.against(came(), cutBytes(last), end);
        CallReply reply = fewer ? new CallReply(whole, "", fewer(end, made)) : Calling.reply(session, job, open, whole);
        CallReply ended = reply.over(found);
        return expected == null ? ended : ended.compared(made);
    }

    /** What is said of the end; of what differs from what was to come, that is said already. */
    private List<String> fewer(String end, @Nullable Comparison made) {
        if (made == null) {
            return List.of(into.position() + " of " + into.capacity() + " bytes: " + end);
        }
        return made.same() ? List.of(end) : List.of();
    }

    private void receive() throws IOException {
        Waiting before = socket.waiting();
        Duration each = limit();
        Deadline all = new Deadline(SystemClock.INSTANCE);
        all.begin(Waiting.atMost(each.multipliedBy(MOST_WAITS)));
        try {
            boolean more = true;
            while (more && !job.cancelled()) {
                more = socket.receive(into) != TransportSocket.END_OF_STREAM
                        && into.hasRemaining()
                        && !socket.transport().traits().keepsBoundaries();
                lastWaitCut = more && all.leftNanos() < Deadline.nanos(each);
                if (lastWaitCut) {
                    socket.waiting(all.rest(Call.RECV));
                }
            }
        } catch (SocketCallException failure) {
            if (into.position() == 0) {
                throw failure;
            }
            socket.keep(failure.errno());
        } finally {
            socket.waiting(before);
        }
    }

    private Arguments arguments(SocketEvent last) {
        if (last.failed() && into.position() == 0) {
            return new Room(into.capacity(), Flag.MSG_WAITALL);
        }
        String quoted = SafeText.quote(came(), CallLines.QUOTED_BYTES);
        return new Message(quoted, into.capacity(), Flag.MSG_WAITALL, null);
    }

    private ByteBuffer came() {
        return into.duplicate().flip();
    }

    private Outcome returned(SocketEvent last) {
        return new Returned(into.position(), cutBytes(last), Remark.NONE);
    }

    private static int cutBytes(SocketEvent last) {
        return last.outcome() instanceof Returned returned ? returned.cutBytes() : 0;
    }

    /** Why there are not more. */
    private String why(SocketEvent last) {
        if (last.outcome() instanceof Returned returned && returned.remark() == Remark.END_OF_STREAM) {
            return "behind them the stream ended";
        }
        if (last.outcome() instanceof Failed failed && failed.errno() != Errno.EAGAIN) {
            return failed.errno() == Errno.EINTR ? job.endedBy() : "behind them came " + CallText.errno(failed.errno());
        }
        return lastWaitCut
                ? "the rest did not come within " + DurationText.print(limit().multipliedBy(MOST_WAITS))
                : "nothing more came within " + DurationText.print(limit());
    }

    /** How long each of them waits. */
    private Duration limit() {
        return open.limit(Call.RECV, session.defaults().timeout());
    }
}
