package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;
import org.sockrates.transport.rdt.RetransmissionTimeout;

/**
 * One of the three that has one clock, as RFC 6298 §3 allows: it times the next packet when the last one is acknowledged, and
 * learns nothing of one that went again; nor, where it wants that, of one whose own acknowledgement did not come.
 */
final class OneTimedEnd implements ProtocolEnd {
    private static final int NONE = -1;

    private final Protocol protocol;
    private final ProtocolSettings settings;
    private final ProtocolEnd end;
    private final Packet packet = new Packet();
    private final Set<Integer> sent = new HashSet<>();
    private final boolean byItsOwn;
    private int timed = NONE;
    private long sentNanos;
    private long nowNanos;
    private boolean stops;

    /** @param byItsOwn whether only a packet's own acknowledgement stops the clock, and no later one */
    OneTimedEnd(Protocol protocol, ProtocolSettings all, Outside outside, boolean byItsOwn) {
        this.byItsOwn = byItsOwn;
        this.protocol = protocol;
        settings = all;
        ProtocolSettings own = new ProtocolSettings(
                all.connection(), all.window(), all.numbers(), all.firstNumber(), new Clock(all.timeout()));
        end = protocol.end(own, new Watched(outside));
    }

    private final class Clock implements RetransmissionTimeout {
        private final RetransmissionTimeout timeout;

        private Clock(RetransmissionTimeout timeout) {
            this.timeout = timeout;
        }

        @Override
        public long nanos() {
            return timeout.nanos();
        }

        @Override
        public void measured(long nanos) {
            if (stops) {
                timeout.measured(nowNanos - sentNanos);
            }
        }

        @Override
        public void progressed(long atMostNanos) {
            timeout.progressed(atMostNanos);
        }

        @Override
        public void expired() {
            timeout.expired();
        }
    }

    private final class Watched implements Outside {
        private final Outside outside;

        private Watched(Outside outside) {
            this.outside = outside;
        }

        @Override
        public void deliver(ByteBuffer message) {
            outside.deliver(message);
        }

        @Override
        public int room() {
            return outside.room();
        }

        @Override
        public void transmit(ByteBuffer bytes) {
            if (packet.wrap(bytes) && packet.type() == Packet.Type.DATA) {
                send(packet.number());
            }
            outside.transmit(bytes);
        }

        private void send(int number) {
            boolean first = sent.add(number);
            if (first && timed == NONE) {
                timed = number;
                sentNanos = nowNanos;
            } else if (!first && number == timed) {
                timed = NONE;
            }
        }

        @Override
        public void wakeAt(long nanos) {
            outside.wakeAt(nanos);
        }
    }

    @Override
    public void arrived(ByteBuffer bytes, long now) {
        boolean ack =
                packet.wrap(bytes) && packet.connection() == settings.connection() && packet.type() == Packet.Type.ACK;
        boolean own = ack && timed != NONE && packet.number() == timed;
        boolean passed = own || (ack && timed != NONE && isPassed(packet.next()));
        stops = byItsOwn ? own : passed;
        nowNanos = now;
        end.arrived(bytes, now);
        timed = passed ? NONE : timed;
        stops = false;
    }

    /** Whether one that acknowledges all before it acknowledges the one that is timed, too. */
    private boolean isPassed(int next) {
        long behind = settings.numbers().steps(timed, next);
        return protocol != Protocol.SELECTIVE_REPEAT && behind > 0 && behind <= settings.window();
    }

    @Override
    public boolean hasRoom() {
        return end.hasRoom();
    }

    @Override
    public void send(ByteBuffer message, long now) {
        nowNanos = now;
        end.send(message, now);
    }

    @Override
    public void timeout(long now) {
        nowNanos = now;
        end.timeout(now);
    }

    @Override
    public void roomAgain(long now) {
        end.roomAgain(now);
    }

    @Override
    public boolean allAcknowledged() {
        return end.allAcknowledged();
    }
}
