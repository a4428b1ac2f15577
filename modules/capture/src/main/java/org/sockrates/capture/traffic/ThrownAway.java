package org.sockrates.capture.traffic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.Checksum.Verdict;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;

/**
 * Which packets of a capture their receiver throws away, as far as what was kept of them tells: each for itself, and all
 * fragments of a datagram that nobody takes, where a place saw all of them, and nothing of another with its number: which
 * parts its receiver puts together then, nobody else knows.
 */
public final class ThrownAway {
    private final IdentityHashMap<Packet, Verdict> bad = new IdentityHashMap<>();

    private ThrownAway() {}

    /** All packets, judged. */
    public static ThrownAway of(Capture capture) {
        ThrownAway found = new ThrownAway();
        Map<Integer, Fragments<Packet>> fragments = new HashMap<>();
        capture.packets().stream()
                .sorted(Comparator.comparingLong(Packet::timeNanos))
                .forEach(packet -> found.judge(
                        packet, fragments.computeIfAbsent(packet.interfaceNumber(), first -> new Fragments<>())));
        return found;
    }

    private void judge(Packet packet, Fragments<Packet> fragments) {
        Verdict own = packet.verdict();
        note(packet, own);
        if (own == Verdict.BAD_HEADER) {
            return; // it never comes to be put together
        }
        fragments
                .add(packet, Decoded.of(packet), packet.timeNanos())
                .filter(set -> set.isWhole() && !set.isAmbiguous())
                .map(FragmentSet::packets)
                .ifPresent(this::judge);
    }

    private void judge(List<Packet> datagram) {
        Verdict joined = Checksum.verify(datagram);
        datagram.forEach(each -> note(each, joined));
    }

    private void note(Packet packet, Verdict verdict) {
        if (verdict.isBad()) {
            bad.put(packet, verdict);
        }
    }

    /** Why its receiver throws a packet away; empty where it does not. */
    public Optional<Verdict> why(Packet packet) {
        return Optional.ofNullable(bad.get(packet));
    }

    /** Whether its receiver throws a packet away. */
    public boolean has(Packet packet) {
        return bad.containsKey(packet);
    }

    /** How many of these it throws away. */
    public long count(List<Packet> packets) {
        return packets.stream().filter(this::has).count();
    }
}
