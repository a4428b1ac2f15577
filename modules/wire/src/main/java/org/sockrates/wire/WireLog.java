package org.sockrates.wire;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.link.PacketObserver;
import org.sockrates.link.PassedPacket;

/**
 * The last packets of a wire, and whoever wants to be told of each as a relay tells it. It remembers without allocating;
 * objects are made when somebody looks. Within the lock of the mirror's links only.
 */
final class WireLog {
    private final LogEntry[] entries;
    private final Observers<PacketObserver> observers = new Observers<>();
    private long written;

    /** @param most how many are remembered */
    WireLog(int most) {
        entries = new LogEntry[most];
    }

    Observers<PacketObserver> observers() {
        return observers;
    }

    /** Oldest first. */
    List<PassedPacket> packets() {
        List<PassedPacket> packets = new ArrayList<>();
        for (long number = Math.max(0, written - entries.length); number < written; number++) {
            packets.add(entries[place(number)].packet());
        }
        return packets;
    }

    /** The link has decided about a packet. */
    void sent(WirePacket packet) {
        int place = place(written++);
        LogEntry entry = entries[place];
        if (entry == null) {
            entry = new LogEntry();
            entries[place] = entry;
        }
        entry.remember(packet);
        if (!observers.isEmpty()) {
            observers.tell(PacketObserver::observe, entry.packet());
        }
    }

    private int place(long number) {
        return (int) (number % entries.length);
    }
}
