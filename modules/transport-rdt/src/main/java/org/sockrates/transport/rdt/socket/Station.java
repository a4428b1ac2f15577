package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.rdt.Line;

/**
 * A port and the connections that share it: one for a client's port, any number for a server's. It brings every packet to
 * its connection, lets newcomers in while somebody listens, and refuses what belongs to nobody. Whoever calls holds the
 * port's monitor, but for the constructor.
 */
final class Station implements Port.Above {
    private final Machine machine;
    private final Underlay underlay;
    private final Stations stations;
    private final Port port;
    private final Map<Peer, Association> associations = new HashMap<>();
    private final Departed departed = new Departed();
    private final ArrayDeque<Association> newcomers = new ArrayDeque<>();
    private final List<Association> opening = new ArrayList<>();
    private @Nullable Association latest;
    private @Nullable Turnstile door;
    private int backlog;
    private boolean owned = true;
    private long plannedNanos = Line.NEVER;

    Station(Machine machine, Underlay underlay, Stations stations, Family family) throws IOException {
        this.machine = machine;
        this.underlay = underlay;
        this.stations = stations;
        port = underlay.open(family, this);
    }

    Port port() {
        return port;
    }

    // --- who comes and goes -----------------------------------------------------------------------------------------

    /** Lets newcomers in from now on, and tells them at the door. */
    void listen(int most, Turnstile told) {
        backlog = Math.max(1, most);
        door = told;
    }

    /** The newcomer who has waited longest, or null. */
    @Nullable
    Association accept() {
        return newcomers.poll();
    }

    /** Asks somebody for a connection. */
    Association ask(InetSocketAddress remote, Turnstile turnstile, long nowNanos) throws IOException {
        InetSocketAddress reached = port.connect(remote);
        if (reached.equals(port.local())) {
            port.disconnect();
            throw new SocketCallException(
                    Call.CONNECT, Errno.ECONNREFUSED, "nobody listens; the socket would meet itself");
        }
        Association association = add(reached, machine.newConnection(), turnstile);
        association.connection().open(nowNanos);
        return association;
    }

    private Association add(InetSocketAddress remote, int number, Turnstile turnstile) {
        Association association = new Association(this, new Peer(remote, number), machine, turnstile);
        associations.put(association.peer(), association);
        return association;
    }

    /** The socket that had it is closed: newcomers are sent home, and what was sent is still delivered. */
    void disown(long nowNanos) {
        owned = false;
        door = null;
        for (Association newcomer : List.copyOf(associations.values())) {
            if (newcomers.contains(newcomer) || opening.contains(newcomer)) {
                newcomer.leave(true, nowNanos);
                after(newcomer, nowNanos);
            }
        }
        closeUnlessNeeded();
    }

    /** A new socket has it. */
    void own() {
        owned = true;
    }

    boolean isOwned() {
        return owned;
    }

    private void closeUnlessNeeded() {
        if (owned) {
            return;
        }
        if (associations.isEmpty()) {
            stations.forget(this);
            port.close();
        } else {
            stations.keep(this);
        }
    }

    // --- what comes through the port --------------------------------------------------------------------------------

    @Override
    public void arrived(ByteBuffer packet, InetSocketAddress from, long nowNanos) {
        int number = machine.connection(packet);
        Association association = find(from, number);
        if (association == null && door != null && machine.opens(packet)) {
            boolean old = machine.drawsNumbers() && departed.has(new Peer(from, number), nowNanos);
            if (old || newcomers.size() + opening.size() > backlog) {
                return;
            }
            association = add(from, number, underlay.turnstile());
            opening.add(association);
        }
        if (association == null) {
            machine.refusal(packet).ifPresent(refusal -> port.send(refusal, from));
            return;
        }
        latest = association;
        association.connection().arrived(packet, nowNanos);
        after(association, nowNanos);
    }

    private @Nullable Association find(InetSocketAddress from, int number) {
        Association known = latest;
        return known != null && known.is(from, number) ? known : associations.get(new Peer(from, number));
    }

    @Override
    public void unreachable(Errno why) {
        long now = underlay.clock().nanoTime();
        for (Association association : List.copyOf(associations.values())) {
            association.connection().unreachable(why, now);
            after(association, now);
        }
    }

    @Override
    public void due(long nowNanos) {
        plannedNanos = Line.NEVER;
        for (Association association : List.copyOf(associations.values())) {
            if (association.dueNanos() <= nowNanos) {
                association.due(nowNanos);
                after(association, nowNanos);
            }
            wakeAt(association.dueNanos());
        }
    }

    /** The port is told of the earliest time only; whose time was put off is asked early, and says so. */
    void wakeAt(long nanos) {
        if (nanos < plannedNanos) {
            plannedNanos = nanos;
            port.wakeAt(nanos);
        }
    }

    /** Looks how a connection stands after something has happened to it, and tells who waits. */
    void after(Association association, long nowNanos) {
        association.settle(nowNanos);
        if (opening.contains(association)) {
            greet(association, nowNanos);
        }
        association.turnstile().advance();
        if (association.isForgettable(nowNanos)) {
            associations.remove(association.peer());
            departed.add(association.peer(), nowNanos);
            newcomers.remove(association);
            latest = latest == association ? null : latest;
            closeUnlessNeeded();
        }
    }

    private void greet(Association newcomer, long nowNanos) {
        Turnstile told = door;
        if (newcomer.connection().failure().isPresent()) {
            opening.remove(newcomer);
            newcomer.leave(true, nowNanos);
        } else if (told != null && newcomer.connection().isOpen()) {
            opening.remove(newcomer);
            newcomers.add(newcomer);
            told.advance();
        }
    }
}
