package org.sockrates.capture.conversation;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.transport.SocketEvent;

/**
 * Who sent the datagrams that {@code recv} took: on a socket that is not connected, it tells of no address. A socket's
 * datagrams are taken in the order of their coming, whoever sent them.
 */
final class Senders {
    /**
     * A datagram on its way to a socket.
     *
     * @param from as the receiver would be told
     * @param send the call, where no hop stands between
     */
    private record Coming(
            Moment at,
            InetSocketAddress from,
            long bytes,
            @Nullable Noted send) {
        boolean canBe(SocketEvent taken) {
            return at.nanos() <= taken.endNanos()
                    && bytes == Payload.wholeBytes(taken)
                    && (send == null || Payload.canBe(send.event(), taken));
        }
    }

    private final List<Life> lives;
    private final List<PassedMessage> passed;
    private final Addresses addresses;

    private Senders(List<Life> lives, List<PassedMessage> passed, Addresses addresses) {
        this.lives = lives;
        this.passed = passed;
        this.addresses = addresses;
    }

    /**
     * Gives every such call the address it did not tell, where the datagram was seen to be sent. Of two sockets that share
     * an address (SO_REUSEPORT, groups) nobody sees which the system gave it to.
     */
    static void tell(List<Life> lives, List<PassedMessage> passed, Addresses addresses) {
        Senders senders = new Senders(lives, passed, addresses);
        for (Life life : lives) {
            if (life.calls().stream().anyMatch(Senders::isSilent)
                    && lives.stream().noneMatch(life::sharesAddressWith)) {
                senders.tell(life);
            }
        }
    }

    private static boolean isSilent(Noted call) {
        return took(call) && call.event().peer() == null;
    }

    /** Whether a datagram came of a call. */
    static boolean took(Noted call) {
        return call.event().call().receives() && call.event().value() >= 0;
    }

    private void tell(Life receiver) {
        List<Coming> coming = comingTo(receiver);
        Takings<Coming> takings = new Takings<>(coming);
        for (Noted call : receiver.calls()) {
            if (took(call)) {
                takings.take(
                        call,
                        each -> each.canBe(call.event())
                                && isFrom(each, call.event().peer()));
            }
        }
        Map<Noted, InetSocketAddress> senders = new HashMap<>();
        for (Coming each : coming) {
            Noted taker = takings.taker(each);
            if (taker != null && isSilent(taker) && isOneSenders(coming, takings, taker)) {
                senders.put(taker, each.from());
            }
        }
        receiver.tell(senders);
    }

    /** Of two who said the same, one's may be lost: whose came nobody knows, unless the other's was told to be taken. */
    private static boolean isOneSenders(List<Coming> coming, Takings<Coming> takings, Noted taker) {
        return coming.stream()
                        .filter(each -> each.canBe(taker.event()))
                        .filter(each -> {
                            Noted other = takings.taker(each);
                            return other == null || isSilent(other);
                        })
                        .map(Coming::from)
                        .distinct()
                        .count()
                == 1;
    }

    private boolean isFrom(Coming coming, @Nullable InetSocketAddress told) {
        return told == null || Addresses.reaches(addresses.real(told), addresses.real(coming.from()));
    }

    private List<Coming> comingTo(Life receiver) {
        List<Coming> coming = new ArrayList<>();
        for (Life sender : lives) {
            for (Noted call : sender.calls()) {
                SocketEvent event = call.event();
                // who asks itself may be at the wildcard, and calls itself by another address
                InetSocketAddress from = sender == receiver ? event.peer() : sender.local();
                if (event.call().sends() && event.value() >= 0 && from != null && reaches(call, receiver)) {
                    coming.add(new Coming(call.begin(), from, event.value(), call));
                }
            }
        }
        for (PassedMessage message : passed) {
            if (Addresses.reaches(message.to(), receiver.local())) {
                for (long nanos : message.deliveredNanos()) {
                    Moment at = Moment.behindCalls(nanos, message.number());
                    if (!receiver.addressedAfter(at)) {
                        coming.add(new Coming(at, message.exit(), message.bytes(), null));
                    }
                }
            }
        }
        coming.sort(Comparator.comparing(Coming::at));
        return coming;
    }

    private boolean reaches(Noted send, Life receiver) {
        InetSocketAddress to = send.event().peer();
        return to != null
                && !addresses.isHop(to)
                && Addresses.reaches(addresses.real(to), receiver.local())
                && !receiver.addressedAfter(send.returned());
    }
}
