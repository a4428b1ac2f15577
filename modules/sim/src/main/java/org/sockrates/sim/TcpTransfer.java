package org.sockrates.sim;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.sockrates.link.Link;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.tcp.ModelSettings;
import org.sockrates.sim.tcp.TcpModel;
import org.sockrates.sim.tcp.TcpPackets;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.rdt.Connection;

/**
 * One end connects and sends so many bytes as fast as the model of TCP lets it, and ends; the other reads them at once, and
 * ends when it has them all. For whoever compares the model with a kernel, as the bench does; no command runs it.
 *
 * @param link in both ways; its seed decides
 * @param bytes how many
 * @param settings of both ends; the numbers of the other begin half the circle further on
 * @param limit of virtual time, from the moment that the first end is connected; for connecting there is as much
 */
public record TcpTransfer(LinkSpec link, long bytes, ModelSettings settings, Duration limit) {
    /**
     * What became of it.
     *
     * @param deliveredBytes read in order, before anything went wrong
     * @param wrong whether a byte came where another was due
     * @param openNanos virtual time until the first end was connected
     * @param lastDeliveryNanos virtual time, from then on, until the last byte was read
     * @param finished whether both ends have ended as they should
     * @param dataPackets sent with data, again and again included
     * @param acknowledgements sent back, without data
     */
    public record Outcome(
            long deliveredBytes,
            boolean wrong,
            long openNanos,
            long lastDeliveryNanos,
            boolean finished,
            long dataPackets,
            long acknowledgements) {}

    /** Runs it: the same every time. */
    public Outcome run() {
        return new Run(this).run();
    }

    /** One run. */
    private static final class Run {
        private final TcpTransfer what;
        private final Timeline timeline = new Timeline();
        private final ConnectionHost sending;
        private final ConnectionHost reading;
        private final ByteBuffer read = ByteBuffer.allocate(1 << 20);
        private long sent;
        private long delivered;
        private boolean wrong;
        private boolean awake;
        private long openNanos = -1;
        private long lastNanos;

        Run(TcpTransfer what) {
            this.what = what;
            sending = host(Way.UPSTREAM, what.settings());
            reading = host(
                    Way.DOWNSTREAM,
                    what.settings().withFirstNumber(what.settings().firstNumber() + (1 << 31)));
            sending.between(reading, this::send);
            reading.between(sending, this::wake);
        }

        private ConnectionHost host(Way way, ModelSettings settings) {
            return new ConnectionHost(
                    timeline, new Link(what.link(), way), TcpPackets::kind, line -> new TcpModel(settings, line));
        }

        private void send() {
            Connection connection = sending.connection();
            if (!connection.isOpen()) {
                return;
            }
            if (openNanos < 0) {
                openNanos = timeline.nowNanos();
            }
            int taken = 1;
            while (sent < what.bytes() && taken > 0) {
                taken = connection.send(Stream.from(sent, what.bytes() - sent), timeline.nowNanos());
                sent += taken;
            }
            if (sent == what.bytes()) {
                connection.finish(timeline.nowNanos());
            }
        }

        /** The program has its turn when all that comes at this time has come, as one does that a kernel wakes. */
        private void wake() {
            if (!awake) {
                awake = true;
                timeline.at(timeline.nowNanos(), this::read);
            }
        }

        private void read() {
            awake = false;
            Connection connection = reading.connection();
            while (connection.receive(read.clear(), timeline.nowNanos()) > 0) {
                wrong |= !Stream.isAt(delivered, read.flip());
                delivered += wrong ? 0 : read.limit();
                lastNanos = timeline.nowNanos();
            }
            if (connection.isAtEnd()) {
                connection.finish(timeline.nowNanos());
            }
        }

        private boolean finished() {
            return sending.connection().isOver() && reading.connection().isOver();
        }

        Outcome run() {
            long limitNanos = Deadline.nanos(what.limit());
            sending.connection().open(0);
            while (openNanos < 0 && timeline.next(limitNanos)) {}
            while (openNanos >= 0 && !finished() && timeline.next(openNanos + limitNanos)) {}
            return new Outcome(
                    delivered,
                    wrong,
                    openNanos,
                    lastNanos - openNanos,
                    finished(),
                    sending.packets(PacketKind.DATA),
                    reading.packets(PacketKind.ACK));
        }
    }
}
