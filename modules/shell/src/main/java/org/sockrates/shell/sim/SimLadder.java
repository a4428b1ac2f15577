package org.sockrates.shell.sim;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderEnd;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.numbered.NumberedPackets;
import org.sockrates.capture.step.Ladders;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.Way;
import org.sockrates.shell.text.Sides;
import org.sockrates.sim.LineObserver;
import org.sockrates.sim.Transfer;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.rdt.PacketHeads;
import org.sockrates.transport.rdt.Protocol;

/** Watches one transfer, to draw it. Remembers so many packets and no more. */
final class SimLadder implements LineObserver {
    private static final int MOST = 5_000;

    private final Protocol protocol;
    private final Transfer transfer;
    private final List<Packet> seen = new ArrayList<>();
    private final Map<Way, Map<Long, Packet>> byNumber =
            Map.of(Way.UPSTREAM, new HashMap<>(), Way.DOWNSTREAM, new HashMap<>());
    private Optional<PacketHead> offered = Optional.empty();
    private long lastNanos = -1;

    /** What is known of one by now. */
    private static final class Packet {
        private final Side from;
        private final PacketHead head;
        private final long sentNanos;
        private final List<Long> arrivedNanos = new ArrayList<>();
        private String rule = "";
        private boolean lost;

        private Packet(Side from, PacketHead head, long sentNanos) {
            this.from = from;
            this.head = head;
            this.sentNanos = sentNanos;
        }

        private NumberedPackets.Crossing crossing() {
            return new NumberedPackets.Crossing(from, head, sentNanos, rule, lost, arrivedNanos);
        }
    }

    SimLadder(Protocol protocol, Transfer transfer) {
        this.protocol = protocol;
        this.transfer = transfer;
    }

    @Override
    public void offered(Way way, ByteBuffer packet) {
        offered = PacketHeads.ofProtocol(protocol, packet);
    }

    @Override
    public void passed(Way way, Crossing crossing) {
        Map<Long, Packet> mine = Objects.requireNonNull(byNumber.get(way));
        Packet known = mine.get(crossing.number());
        if (known == null) {
            known = first(way, crossing);
        }
        if (known != null) {
            // what is broken arrives, and is thrown away
            known.lost = (known.lost || !crossing.copy()) && (crossing.dropped() || crossing.corrupted());
            known.rule = crossing.dropped() || crossing.corrupted() || crossing.copy() ? crossing.rule() : "";
            mine.put(crossing.number(), known);
        }
    }

    private @Nullable Packet first(Way way, Crossing crossing) {
        if (offered.isEmpty() || seen.size() == MOST) {
            return null;
        }
        Packet met = new Packet(Sides.from(way), offered.get(), at(crossing.offeredNanos()));
        seen.add(met);
        return met;
    }

    @Override
    public void arrived(Way way, long number, long nowNanos) {
        Packet known = Objects.requireNonNull(byNumber.get(way)).get(number);
        if (known != null && !known.lost) {
            known.arrivedNanos.add(at(nowNanos));
        }
    }

    /** What happens at one time happens in an order: each is drawn a nanosecond behind the one before. */
    private long at(long nanos) {
        lastNanos = Math.max(lastNanos + 1, nanos);
        return lastNanos;
    }

    Ladder drawn() {
        LadderEnd sender = new LadderEnd("sender", "");
        LadderEnd receiver = new LadderEnd("receiver", "");
        NumberedPackets packets = new NumberedPackets(
                seen.stream().map(Packet::crossing).toList(), transfer.numbers().count(), transfer.window());
        return Ladders.of(protocol.word(), sender, receiver, packets);
    }
}
