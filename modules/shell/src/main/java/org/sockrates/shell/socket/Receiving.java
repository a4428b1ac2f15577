package org.sockrates.shell.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Returned;
import org.sockrates.transport.UsageException;

/** One receive, in whatever way, and what is to come of it. */
final class Receiving {
    static final String MESSAGE_ENDS = "the message ends there";
    static final String ROOM_ENDS = "there was room for no more";

    private static final int MOST = 1 << 20;
    private static final int USUAL = 65_536;

    private final Session session;
    private final Job job;
    private final OpenSocket socket;
    private final Call call;
    private final @Nullable Expected expected;
    private final boolean over;
    private final ByteBuffer into;

    /**
     * Reads what stands behind the call: {@code [SOCKET] [BYTES]}.
     *
     * @param call what is named where something is wrong
     * @param whole whether all of a stream's bytes are waited for
     * @param over whether the stream must be over behind what comes
     */
    Receiving(Call call, Operands operands, boolean whole, ExpectOption expect, boolean over, Session session, Job job)
            throws IOException {
        this.session = session;
        this.job = job;
        this.call = call;
        this.over = over;
        socket = operands.socketBeforeNumber();
        if (over && !socket.traits().connectionOriented()) {
            throw new UsageException(call.word() + ": " + Over.NAME + ": of " + socket.transport()
                    + " (expected: of a connection, which may be over)");
        }
        expected = expect.read(session, job);
        into = ByteBuffer.allocate(bytes(operands, whole));
        operands.end();
        Calling.remarkNoAddress(job, socket);
    }

    /** With room for a byte more than is expected, and for what stands before it. */
    private int bytes(Operands operands, boolean whole) {
        if (expected == null) {
            return operands.numberOr(USUAL, MOST);
        }
        int oneMore = expected.roomBytes();
        boolean pieces = !socket.traits().keepsBoundaries();
        int bytes = operands.numberOr(whole && pieces ? oneMore : Math.max(USUAL, oneMore), Math.max(MOST, oneMore));
        if (bytes < expected.size() && pieces) {
            throw new UsageException(call.word() + ": " + ExpectOption.NAME + ": " + expected.size()
                    + " bytes (expected: at most " + bytes + ", as BYTES has it)");
        }
        return bytes;
    }

    /** One call. */
    Reply once() throws IOException {
        SocketEvent event = session.call(job, socket, call, () -> {
            if (call == Call.RECVFROM) {
                socket.socket().receiveFrom(into);
            } else {
                socket.socket().receive(into);
            }
        });
        Over found = over ? Over.of(event, true) : Over.UNASKED;
        CallReply reply = Calling.reply(session, job, socket, event).over(found);
        return expected == null ? reply : reply.compared(comparison(expected, event, found));
    }

    /** Several calls, until there is no room left. */
    Reply whole() throws IOException {
        return new WholeReceive(session, job, socket, into, expected, over).make();
    }

    private @Nullable Comparison comparison(Expected to, SocketEvent event, Over found) {
        String sofar = into.hasRemaining() ? "no more was there yet, recv --waitall waits for it" : ROOM_ENDS;
        String end = socket.traits().keepsBoundaries() ? MESSAGE_ENDS : sofar;
        int cut = event.outcome() instanceof Returned returned ? returned.cutBytes() : 0;
        return event.failed() && found != Over.YES ? null : to.against(into.flip(), cut, end);
    }
}
