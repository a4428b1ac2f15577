package org.sockrates.link.rule;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sockrates.link.Link;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;

/** A link with a clock that stands still unless told, and a notebook of what became of each packet. */
public final class LinkBench implements Link.Outlet {
    public record Leaving(long number, long atNanos, long delayNanos, ByteBuffer bytes, Verdict verdict, String rule) {}

    private final Link link;
    private final List<Leaving> delivered = new ArrayList<>();
    private final List<Long> lost = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private long now = 1_000_000_000_000L;

    public LinkBench(String spec) {
        this(LinkSpec.parse(spec), Way.UPSTREAM);
    }

    public LinkBench(LinkSpec spec, Way way) {
        this(spec, way, new Orders());
    }

    public LinkBench(LinkSpec spec, Way way, Orders orders) {
        link = new Link(spec, way, orders);
    }

    public Link link() {
        return link;
    }

    public void offer(long afterNanos, int bytes) {
        offer(afterNanos, new byte[bytes]);
    }

    public void offer(long afterNanos, byte[] bytes) {
        offer(afterNanos, PacketKind.DATA, bytes);
    }

    public void offer(long afterNanos, PacketKind kind, byte[] bytes) {
        now += afterNanos;
        link.offer(now, kind, ByteBuffer.wrap(bytes), this);
    }

    /** So many packets of ten bytes, so far apart. */
    public void offerEach(int packets, long apartNanos) {
        for (int i = 0; i < packets; i++) {
            offer(apartNanos, 10);
        }
    }

    public void pass(long nanos) {
        now += nanos;
    }

    public long now() {
        return now;
    }

    public LinkReport report() {
        return link.report(now);
    }

    /** What was let through, in the order of the decisions. */
    public List<Leaving> delivered() {
        return delivered;
    }

    /** What was let through, in the order it arrives. */
    public List<Long> arrivals() {
        return delivered.stream()
                .sorted(Comparator.comparingLong(Leaving::atNanos))
                .map(Leaving::number)
                .toList();
    }

    public long deliveredBytes() {
        return delivered.stream().mapToLong(one -> one.bytes().remaining()).sum();
    }

    /** The numbers of those dropped. */
    public List<Long> lost() {
        return lost;
    }

    /** Each packet as a letter: {@code .} passed, {@code x} dropped. */
    public String map() {
        StringBuilder map = new StringBuilder();
        for (String line : story) {
            map.append(line.contains("dropped") ? 'x' : '.');
        }
        return map.toString();
    }

    /** The delays of what was let through, in milliseconds, in the order of the decisions. */
    public List<Double> delaysMillis() {
        return delivered.stream().map(one -> one.delayNanos() / 1e6).toList();
    }

    /** One line for each decision: number, verdict, delay in microseconds, rules. */
    public List<String> story() {
        return story;
    }

    @Override
    public void deliver(ByteBuffer packet, Crossing crossing) {
        ByteBuffer bytes = ByteBuffer.allocate(packet.remaining()).put(packet).flip();
        delivered.add(new Leaving(
                crossing.number(),
                crossing.dueNanos(),
                crossing.dueNanos() - crossing.offeredNanos(),
                bytes,
                crossing.verdict(),
                crossing.rule()));
        tell(crossing);
    }

    @Override
    public void drop(ByteBuffer packet, Crossing crossing) {
        lost.add(crossing.number());
        tell(crossing);
    }

    private void tell(Crossing crossing) {
        long micros = (crossing.dueNanos() - crossing.offeredNanos()) / 1000;
        story.add(crossing.number() + " " + crossing.verdict().word()
                + (micros > 0 && !crossing.dropped() ? " " + micros + "us" : "")
                + (crossing.rule().isEmpty() ? "" : " " + crossing.rule()));
    }
}
