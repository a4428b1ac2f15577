package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.rdt.socket.RdtMachine;
import org.sockrates.transport.testkit.Payload;

/**
 * Two ends of a conversation and what lies between, in virtual time: one asks ({@code >}), the other listens ({@code <}).
 * What they put on the line is written down in words, {@code > OPEN}, {@code < ACK}.
 */
final class TwoEnds {
    /** Long enough for whatever nothing is in the way of. */
    static final Duration SOON = Duration.ofSeconds(2);

    static final long DELAY_NANOS = Duration.ofMillis(10).toNanos();

    /** What lies between: lets out what gets through, as often as it likes. */
    interface Between {
        void pass(char from, ByteBuffer packet, long nowNanos, Exit exit);
    }

    /** Where it comes out. */
    interface Exit {
        void leave(ByteBuffer packet, long atNanos);
    }

    private record Event(long nanos, long order, Runnable what) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparingLong(Event::order));
    private final List<String> log = new ArrayList<>();
    private final Map<String, Integer> copies = new HashMap<>();
    private final Function<Line, Connection> maker;
    private final Between between;
    private long planned;
    private long nowNanos;
    private final End asker;
    private final End listener;
    private boolean logging = true;

    /** On a line of ten milliseconds that does only what it is told: {@link #lose}, {@link #twice}. */
    TwoEnds(Protocol protocol) {
        this(protocol, 7, (from, packet, now, exit) -> exit.leave(packet, now + DELAY_NANOS));
    }

    /** Ends as a socket makes them for somebody on its own machine. */
    TwoEnds(Protocol protocol, int number, Between between) {
        this(line -> new RdtMachine(protocol, () -> number).end(number, false, line), between);
    }

    TwoEnds(Function<Line, Connection> maker, Between between) {
        this.maker = maker;
        this.between = between;
        asker = new End('>');
        listener = new End('<');
    }

    /** Lets them open a connection. */
    TwoEnds opened() {
        listener.listen();
        asker.open();
        pass(SOON);
        assertThat(asker.connection().isOpen()).isTrue();
        assertThat(listener.connection().isOpen()).isTrue();
        return this;
    }

    /** For long conversations. */
    TwoEnds withoutLog() {
        logging = false;
        return this;
    }

    End asker() {
        return asker;
    }

    End listener() {
        return listener;
    }

    /** What was put on the line, in words. */
    List<String> log() {
        return log;
    }

    /** The next packet that is called so is lost. */
    void lose(String packet) {
        copies.put(packet, 0);
    }

    /** The next packet that is called so arrives twice. */
    void twice(String packet) {
        copies.put(packet, 2);
    }

    long nowNanos() {
        return nowNanos;
    }

    // --- time -------------------------------------------------------------------------------------------------------

    private void at(long nanos, Runnable what) {
        events.add(new Event(Math.max(nanos, nowNanos), planned++, what));
    }

    /** Lets so much time pass. */
    void pass(Duration time) {
        long end = nowNanos + time.toNanos();
        until(() -> false, end);
        nowNanos = end;
    }

    /** Lets time pass until something holds, or so much has passed. */
    boolean until(BooleanSupplier holds, Duration limit) {
        return until(holds, nowNanos + limit.toNanos());
    }

    private boolean until(BooleanSupplier holds, long end) {
        while (!holds.getAsBoolean()) {
            Event next = events.peek();
            if (next == null || next.nanos() > end) {
                return false;
            }
            events.remove();
            nowNanos = next.nanos();
            next.what().run();
        }
        return true;
    }

    // --- ends -------------------------------------------------------------------------------------------------------

    /** One of the two; it does for its conversation what a socket does. */
    final class End implements Line {
        private final char mark;
        private @Nullable Connection connection;
        private boolean listens;
        private long wakeNanos = NEVER;
        private long alarmNanos = NEVER;

        private End(char mark) {
            this.mark = mark;
        }

        /** Asks for the connection. */
        Connection open() {
            Connection asked = make();
            asked.open(nowNanos);
            return asked;
        }

        End listen() {
            listens = true;
            return this;
        }

        /** The connection is gone and forgotten. */
        void forget() {
            connection = null;
            wakeNanos = NEVER;
        }

        Connection connection() {
            return Objects.requireNonNull(connection, "no connection was made");
        }

        boolean hasConnection() {
            return connection != null;
        }

        private Connection make() {
            Connection made = maker.apply(this);
            connection = made;
            return made;
        }

        private End other() {
            return this == asker ? listener : asker;
        }

        @Override
        public void transmit(ByteBuffer packet) {
            if (logging) {
                log.add(mark + " " + word(packet));
            }
            int times = copies.isEmpty() ? 1 : Objects.requireNonNullElse(copies.remove(mark + " " + word(packet)), 1);
            for (int i = 0; i < times; i++) {
                between.pass(mark, packet, nowNanos, this::arrivesAtOther);
            }
        }

        private void arrivesAtOther(ByteBuffer packet, long atNanos) {
            ByteBuffer copy = ByteBuffer.allocate(packet.remaining())
                    .put(packet.duplicate())
                    .flip();
            at(atNanos, () -> other().arrived(copy));
        }

        /** A packet comes in, sent by whomever. */
        void arrived(ByteBuffer packet) {
            Connection known = connection;
            if (known == null && listens && Conversation.opens(packet)) {
                known = make();
            }
            if (known == null) {
                Conversation.refusal(packet).ifPresent(this::transmit);
            } else {
                known.arrived(packet, nowNanos);
            }
        }

        @Override
        public void wakeAt(long nanos) {
            wakeNanos = nanos;
            if (nanos < alarmNanos) {
                alarmNanos = nanos;
                at(nanos, this::alarm);
            }
        }

        private void alarm() {
            if (nowNanos < alarmNanos) {
                return;
            }
            alarmNanos = NEVER;
            if (wakeNanos > nowNanos) {
                wakeAt(wakeNanos);
            } else {
                connection().timeout(nowNanos);
            }
        }

        void send(String text) {
            connection().send(Payload.of(text), nowNanos);
        }

        /** Takes all that has come. */
        String receive() {
            ByteBuffer into = ByteBuffer.allocate(connection().availableBytes());
            connection().receive(into, nowNanos);
            return Payload.text(into.flip());
        }

        void finish() {
            connection().finish(nowNanos);
        }
    }

    /** What a packet is, in a word. */
    static String word(ByteBuffer bytes) {
        Packet packet = new Packet();
        if (!packet.wrap(bytes)) {
            return "BROKEN";
        }
        if (packet.type() != Packet.Type.DATA) {
            return packet.type().name();
        }
        byte kind = packet.payload().hasRemaining() ? packet.payload().get() : 0;
        return switch (kind) {
            case 1 -> "OPEN";
            case 2 -> "DATA";
            case 3 -> "END";
            default -> "NOTHING";
        };
    }
}
