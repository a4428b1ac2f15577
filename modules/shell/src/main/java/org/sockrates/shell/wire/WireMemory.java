package org.sockrates.shell.wire;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;
import org.sockrates.wire.WireObserver;
import org.sockrates.wire.WirePacket;

/**
 * The last packets of a wire, for the ladder and for a trace that begins in the middle: when each left, when it arrived, what
 * became of it. Those that say of themselves what they are stand in the wire's log. Any thread may ask.
 */
final class WireMemory implements WireObserver {
    private static final int USUAL = 10_000;

    private final int most;
    private final ArrayDeque<Remembered> packets = new ArrayDeque<>();
    private final Map<Key, Remembered> byKey = new HashMap<>();
    private final List<WireObserver> followers = new ArrayList<>();
    private long seen;

    WireMemory() {
        this(USUAL);
    }

    /** @param most packets that are remembered */
    WireMemory(int most) {
        this.most = most;
    }

    private record Key(Way way, long number, long sentNanos) {
        static Key of(WirePacket packet) {
            return new Key(packet.way(), packet.number(), packet.sentNanos());
        }

        /** By hand: the JVM takes milliseconds to make these two, during which the first SYN would wait. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && way == key.way && number == key.number && sentNanos == key.sentNanos;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(sentNanos * 31 + number) * 31 + way.hashCode();
        }
    }

    private static final class Remembered {
        private final long number;
        private final Key key;
        private final Packet head;
        private final String rule;
        private final boolean dropped;
        private final boolean damaged;
        private final List<Long> arrivals = new ArrayList<>(1);

        Remembered(long number, Key key, WirePacket packet) {
            this.number = number;
            this.key = key;
            this.head = HeadBytes.of(packet, packet.sentNanos());
            this.rule = packet.rule();
            this.dropped = packet.verdict() == Verdict.DROPPED;
            this.damaged = packet.corrupted();
        }

        SeenPacket seen() {
            return seen(arrivals);
        }

        /** As it stands now, to be read later, while others go on arriving. */
        Supplier<SeenPacket> seenNow() {
            List<Long> arrived = List.copyOf(arrivals);
            return () -> seen(arrived);
        }

        private SeenPacket seen(List<Long> arrived) {
            Fate fate = dropped ? Fate.LOST : Fate.DELIVERED;
            return new SeenPacket(number, key.sentNanos(), arrived, fate, damaged, rule, Decoded.of(head));
        }
    }

    @Override
    public synchronized void sent(WirePacket packet) {
        remember(packet);
        for (int i = 0; i < followers.size(); i++) {
            followers.get(i).sent(packet);
        }
    }

    private void remember(WirePacket packet) {
        if (packet.copy() || packet.head().isPresent()) {
            return; // a copy arrives as another of what was sent; what says what it is stands in the log
        }
        if (packets.size() == most) {
            Remembered oldest = packets.removeFirst();
            byKey.remove(oldest.key, oldest);
        }
        Key key = Key.of(packet);
        Remembered remembered = new Remembered(++seen, key, packet);
        packets.addLast(remembered);
        byKey.put(key, remembered);
    }

    @Override
    public synchronized void arrived(WirePacket packet) {
        Remembered remembered = byKey.get(Key.of(packet));
        if (remembered != null) {
            remembered.arrivals.add(packet.arrivedNanos());
        }
        for (int i = 0; i < followers.size(); i++) {
            followers.get(i).arrived(packet);
        }
    }

    /**
     * Lets somebody be told of all that comes behind what is remembered now: of nothing twice, and nothing is left out.
     *
     * @param begins is given what is remembered, oldest first, to be read at any time
     */
    synchronized <F extends WireObserver> F follow(Function<List<Supplier<SeenPacket>>, F> begins) {
        F follower = begins.apply(packets.stream().map(Remembered::seenNow).toList());
        followers.add(follower);
        return follower;
    }

    /** Tells somebody no more; when this returns, no call of it runs any more. */
    synchronized void leave(WireObserver follower) {
        followers.remove(follower);
    }

    /** All of them, and whose the addresses really are that the wire made up. */
    synchronized SeenTraffic traffic(Map<InetAddress, InetAddress> mirrored) {
        return new SeenTraffic(packets.stream().map(Remembered::seen).toList(), mirrored);
    }
}
