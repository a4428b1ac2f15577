package org.sockrates.capture.conversation;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

/** One socket from its making to its close. Numbers are used again; lives are not. */
public final class Life {
    private final String actor;
    private final int number;
    private final @Nullable Life door;
    private final @Nullable Noted accept;
    private final List<Noted> calls = new ArrayList<>();
    private @Nullable InetSocketAddress local;
    private @Nullable InetSocketAddress target;
    private @Nullable InetSocketAddress lastPeer;
    private @Nullable Noted addressed;
    private @Nullable Noted close;

    /**
     * @param actor whose socket it is
     * @param door the listening socket that accepted it, if one did
     * @param accept the call that did
     */
    Life(String actor, int number, @Nullable Life door, @Nullable Noted accept) {
        this.actor = actor;
        this.number = number;
        this.door = door;
        this.accept = accept;
    }

    void add(Noted call) {
        SocketEvent event = call.event();
        calls.add(call);
        addressed = addressed == null && event.local() != null ? call : addressed;
        local = Addresses.better(local, event.local());
        target = event.call() == Call.CONNECT && event.peer() != null ? event.peer() : target;
        lastPeer = event.call() == Call.ACCEPT || event.peer() == null ? lastPeer : event.peer();
        close = event.call() == Call.CLOSE ? call : close;
    }

    /** Who sent what its calls took that did not tell it. */
    void tell(Map<Noted, InetSocketAddress> senders) {
        calls.replaceAll(call -> {
            InetSocketAddress sender = senders.get(call);
            return sender == null ? call : call.from(sender);
        });
    }

    public String actor() {
        return actor;
    }

    public int number() {
        return number;
    }

    @Nullable
    public Life door() {
        return door;
    }

    @Nullable
    public Noted accept() {
        return accept;
    }

    /** Its calls, those that have not ended among them, in their order. */
    public List<Noted> calls() {
        return calls;
    }

    String transport() {
        Noted first = first();
        return first == null ? "" : first.event().transport();
    }

    /** Whether its bytes form a stream. */
    boolean stream() {
        Noted first = first();
        return first != null && first.stream();
    }

    /** Whether it meets another at that one's port: both travel over the same. */
    boolean meets(Life other) {
        Noted mine = first();
        Noted theirs = other.first();
        return mine != null && theirs != null && mine.below() == theirs.below();
    }

    /** Whether its segments are the kernel's TCP. */
    boolean overTcp() {
        Noted first = first();
        return first != null && first.below() == KernelProtocol.TCP;
    }

    private @Nullable Noted first() {
        return calls.isEmpty() ? accept : calls.get(0);
    }

    /** Its own address, a wildcard only where nothing better is known. */
    @Nullable
    InetSocketAddress local() {
        return accept == null ? local : Addresses.better(accept.event().local(), local);
    }

    /** The peer a stream is, was or should have been connected to. */
    @Nullable
    InetSocketAddress remote() {
        if (accept != null) {
            return accept.event().peer();
        }
        return target == null ? lastPeer : target;
    }

    boolean connects() {
        return target != null;
    }

    /**
     * Since when it has had its address. Of one whose making nobody remembers, the first that is known of it need not be the
     * first: it has always had it.
     */
    Moment addressedSince() {
        return isKnownWhole() && addressed != null ? addressed.begin() : Moment.EVER;
    }

    /** Whether somebody looked when it was made; a journal may have forgotten that. */
    public boolean isKnownWhole() {
        return !calls.isEmpty() && calls.get(0).event().call() == Call.SOCKET;
    }

    /** Whether the call is known that made it, its door's too. */
    public boolean isRemembered() {
        return accept != null || isKnownWhole();
    }

    /** Whether it has had its address since that moment only: what was sent before is not for it, nor of it. */
    boolean addressedAfter(Moment when) {
        return addressedSince().compareTo(when) > 0;
    }

    /** Whether another, of datagrams too, has the same address while it is open. */
    boolean sharesAddressWith(Life other) {
        return other != this
                && (Addresses.reaches(local(), other.local()) || Addresses.reaches(other.local(), local()))
                && !isOverBefore(other)
                && !other.isOverBefore(this);
    }

    private boolean isOverBefore(Life other) {
        return other.addressed != null && closedBefore(other.addressed.begin());
    }

    /** Whether it was closed before that moment. */
    boolean closedBefore(Moment when) {
        return close != null && close.begin().compareTo(when) < 0;
    }
}
