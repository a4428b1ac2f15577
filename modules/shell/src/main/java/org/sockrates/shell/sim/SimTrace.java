package org.sockrates.shell.sim;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sockrates.capture.analysis.TraceTime;
import org.sockrates.capture.numbered.NumberedTalk;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.Way;
import org.sockrates.shell.session.VerdictText;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.text.Sides;
import org.sockrates.sim.LineObserver;
import org.sockrates.sim.Transfer;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.rdt.PacketHeads;
import org.sockrates.transport.rdt.Protocol;

/** Tells every packet of a transfer as it leaves, as a trace does on a link; so many and no more. */
final class SimTrace implements LineObserver {
    private static final int MOST = 5_000;

    private final Protocol protocol;
    private final NumberedTalk talk;
    private final List<String> lines = new ArrayList<>();
    private final Map<Way, Map<Long, PacketHead>> underWay =
            Map.of(Way.UPSTREAM, new HashMap<>(), Way.DOWNSTREAM, new HashMap<>());
    private Optional<PacketHead> offered = Optional.empty();
    private long left;

    SimTrace(Protocol protocol, Transfer transfer) {
        this.protocol = protocol;
        talk = new NumberedTalk(transfer.numbers().count(), transfer.window());
    }

    @Override
    public void offered(Way way, ByteBuffer packet) {
        offered = PacketHeads.ofProtocol(protocol, packet);
    }

    @Override
    public void passed(Way way, Crossing crossing) {
        String said = said(way, offered.orElseThrow(), crossing);
        if (lines.size() >= MOST) {
            left++;
            return;
        }
        String ends = way == Way.UPSTREAM ? "sender > receiver" : "receiver > sender";
        String line = TraceTime.text(crossing.offeredNanos()) + " " + ends + ": " + said
                + VerdictText.of(crossing.verdict(), crossing.rule());
        lines.addAll(Fold.hanging("", "    ", line));
    }

    private String said(Way way, PacketHead head, Crossing crossing) {
        String told = talk.told(Sides.from(way), head, crossing.copy(), crossing.offeredNanos());
        if (!crossing.dropped() && !crossing.corrupted()) {
            Objects.requireNonNull(underWay.get(way)).put(crossing.number(), head);
        }
        return told;
    }

    @Override
    public void arrived(Way way, long number, long nowNanos) {
        PacketHead head = Objects.requireNonNull(underWay.get(way)).remove(number);
        if (head != null) {
            talk.arrives(Sides.from(way), head, nowNanos);
        }
    }

    /** What was told. */
    List<String> told() {
        List<String> told = new ArrayList<>(lines);
        if (left > 0) {
            told.add("… " + left + " more packets left out");
        }
        return told;
    }
}
