package org.sockrates.link.relay;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sockrates.link.PacketObserver;
import org.sockrates.link.PassedPacket;
import org.sockrates.transport.Uncaught;

/** The last packets a relay decided about, and whoever wants to be told of each. Any thread may look. */
final class RelayLog {
    private final int most;
    private final ArrayDeque<PassedPacket> packets = new ArrayDeque<>();
    private final List<PacketObserver> observers = new CopyOnWriteArrayList<>();

    /** @param most how many are kept */
    RelayLog(int most) {
        this.most = most;
    }

    void add(PassedPacket packet) {
        synchronized (packets) {
            if (packets.size() == most) {
                packets.removeFirst();
            }
            packets.addLast(packet);
        }
        for (PacketObserver observer : observers) {
            tell(observer, packet);
        }
    }

    /** What it throws is no fault of the relay's, which goes on, and would come again with each packet. */
    private void tell(PacketObserver observer, PassedPacket packet) {
        try {
            observer.observe(packet);
        } catch (RuntimeException fault) {
            ignore(observer);
            Uncaught.tell(fault);
        }
    }

    List<PassedPacket> packets() {
        synchronized (packets) {
            return List.copyOf(packets);
        }
    }

    void observe(PacketObserver observer) {
        observers.add(observer);
    }

    void ignore(PacketObserver observer) {
        observers.remove(observer);
    }
}
