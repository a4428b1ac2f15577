package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Stopwatch;
import org.sockrates.compare.Unit;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;

/** How a reader knows that it has everything. */
final class End implements Experiment {
    static final Measure END_SEEN =
            new Measure("end_seen", Unit.YES_NO, "whether the reader was told that nothing more will come");
    static final Measure END_SEEN_AFTER =
            new Measure("end_seen_after_ms", Unit.MILLISECONDS, "from shutdown(SHUT_WR) until the reader was told");
    static final Measure HALF_CLOSE =
            new Measure("half_close", Unit.YES_NO, "whether one direction can be ended and the other kept");
    static final Measure REPLY =
            new Measure("reply_after_half_close", Unit.YES_NO, "whether the other end could still answer");
    static final Measure EMPTY =
            new Measure("empty_messages", Unit.MESSAGES, "of one empty message sent, how many a receive returned");

    private static final String NOT_YET = "nothing was heard when time was up";
    private static final byte[] WORD = {'b', 'y', 'e'};

    @Override
    public String name() {
        return "end";
    }

    @Override
    public String question() {
        return "how does the reader know that it is over?";
    }

    @Override
    public String method(Settings settings) {
        return "send, shutdown(SHUT_WR), read to the end, answer; then an empty message and one that is not";
    }

    @Override
    public List<Measure> measures() {
        return List.of(END_SEEN, END_SEEN_AFTER, HALF_CLOSE, REPLY, EMPTY);
    }

    /** A reader of datagrams would wait for an end in vain. */
    @Override
    public boolean rehearsed(Traits traits) {
        return traits.connectionOriented();
    }

    @Override
    public Observations observe(Run run) throws IOException {
        Calls calls = new Calls(run.passage().clock());
        List<Figure> figures = new ArrayList<>();
        try (Meeting meeting = Meeting.arrange(run)) {
            figures.addAll(halfClose(meeting, calls, run));
        }
        figures.add(emptyMessages(run));
        return Observations.of(figures).drawn(calls.lines());
    }

    private static List<Figure> halfClose(Meeting meeting, Calls calls, Run run) throws IOException {
        calls.make("send(client)", () -> meeting.client().send(ByteBuffer.wrap(WORD)));
        Outcome shutdown = calls.make("shutdown(client)", () -> {
            meeting.client().shutdown(Direction.OUT);
            return 0;
        });
        if (shutdown.errno() == Errno.EOPNOTSUPP) {
            calls.note("(in C 0: one's own sending ends, and nobody is told)");
        }
        Stopwatch since = run.stopwatch();
        Listener listener = new Listener(Ear.on(meeting.server(), run));
        Outcome heard = calls.make("recv(server)", listener::hear);
        while (heard.answer() >= 0) {
            heard = calls.make("recv(server)", listener::hear);
        }
        boolean seen = heard.ended();
        double millis = since.millis();
        boolean halfClosed = shutdown.errno() == null;
        // an end that was said may still be on its way
        boolean known = heard.errno() != null || listener.ear().isSure() || !halfClosed;
        return List.of(
                known ? END_SEEN.held(1, seen) : END_SEEN.absent(NOT_YET),
                seen ? END_SEEN_AFTER.measured(1, millis) : END_SEEN_AFTER.absent("the reader heard only silence"),
                HALF_CLOSE.held(1, halfClosed),
                halfClosed ? reply(meeting, calls, run) : REPLY.absent("there is no half-close"));
    }

    private static Figure reply(Meeting meeting, Calls calls, Run run) throws IOException {
        calls.make("send(server)", () -> meeting.server().send(ByteBuffer.wrap(WORD)));
        Ear ear = Ear.on(meeting.client(), run);
        Outcome heard = calls.make("recv(client)", new Listener(ear)::hear);
        boolean known = heard.errno() != null || heard.answer() > 0 || ear.isSure();
        return known ? REPLY.held(1, heard.answer() > 0) : REPLY.absent(NOT_YET);
    }

    /** Receives into a buffer of its own. */
    private record Listener(Ear ear) {
        int hear() throws IOException {
            return ear.hear(ByteBuffer.allocate(64));
        }
    }

    /** An empty message, then one of a byte: how many receives gave nothing. The byte may overtake. */
    private static Figure emptyMessages(Run run) throws IOException {
        try (Meeting meeting = Meeting.arrange(run);
                TransportSocket stranger = run.open()) {
            // without a connection, one that never called connect: Java drops the empty datagram of one that did
            TransportSocket sender = run.traits().connectionOriented() ? meeting.client() : stranger;
            InetSocketAddress to = Objects.requireNonNull(meeting.client().remote());
            sender.sendTo(ByteBuffer.allocate(0), to);
            sender.sendTo(ByteBuffer.wrap(new byte[] {'.'}), to);
            Ear ear = Ear.on(meeting.server(), run);
            boolean whole = run.traits().keepsBoundaries();
            long empty = 0;
            boolean word = false;
            while (!word || (whole && empty == 0)) {
                int heard = ear.hear(ByteBuffer.allocate(64));
                if (heard < 0) {
                    return ear.isSure() ? EMPTY.counted(1, empty) : EMPTY.absent(NOT_YET);
                }
                empty += heard == 0 ? 1 : 0;
                word |= heard > 0;
            }
            return EMPTY.counted(1, empty);
        }
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, END_SEEN, column -> ended(column) + empty(column));
    }

    private static String ended(Column column) {
        if (column.held(END_SEEN) == Held.NEVER) {
            return "never told its reader that it was over" + column.knownIn(END_SEEN);
        }
        String answered = switch (column.held(REPLY)) {
            case ALWAYS -> ", and the other direction still answered" + column.knownIn(REPLY);
            case AT_TIMES -> ", and the other direction answered at times" + column.knownIn(REPLY);
            case NEVER -> "";
        };
        return "told its reader after " + column.text(END_SEEN_AFTER) + column.unlessAlways(END_SEEN) + answered
                + column.knownIn(END_SEEN);
    }

    private static String empty(Column column) {
        if (!column.has(EMPTY)) {
            return "";
        }
        if (column.greatest(EMPTY) == 0) {
            return ", and of an empty message nothing arrived" + column.knownIn(EMPTY);
        }
        String always = column.least(EMPTY) > 0 ? "" : ", which did not always arrive";
        return ", and an empty message is a message there" + always + column.knownIn(EMPTY);
    }
}
