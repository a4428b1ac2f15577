package org.sockrates.transport.udp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.RecentMap;
import org.sockrates.transport.ServerCounts;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Service;
import org.sockrates.transport.Uncaught;

/**
 * Who has written to a datagram server, and what may be sent to them. Sender addresses can be forged, so a stranger off
 * loopback is sent only so much for what came from there ({@link ServerSettings#mostAmplification()}), and port 0 is never
 * answered.
 */
final class Correspondents {
    /** Senders remembered; the one that has been silent longest is forgotten first. */
    private static final int MOST = 10_000;

    private final Service service;
    private final long mostAmplification;
    private final Map<InetSocketAddress, Account> accounts = new RecentMap<>(MOST);
    private final AtomicLong peers = new AtomicLong();
    private volatile boolean morePeers;
    private boolean faulty;
    private final LongAdder messages = new LongAdder();
    private final LongAdder receivedBytes = new LongAdder();
    private final LongAdder sentBytes = new LongAdder();

    private static final class Account {
        private long received;
        private long sent;
    }

    Correspondents(ServerSettings settings) {
        service = settings.service();
        mostAmplification = settings.mostAmplification();
    }

    /** What the service answers, or null where it is silent or the answer must not be sent. */
    @Nullable
    ByteBuffer answer(InetSocketAddress from, ByteBuffer message) {
        messages.increment();
        receivedBytes.add(message.remaining());
        Account account = accounts.get(from);
        if (account == null) {
            account = new Account();
            accounts.put(from, account);
            meet();
        }
        account.received += message.remaining();
        ByteBuffer answer = answer(message);
        boolean allowed = from.getPort() != 0
                && (from.getAddress().isLoopbackAddress()
                        || answer == null
                        || account.sent + answer.remaining() <= mostAmplification * account.received);
        return allowed ? answer : null;
    }

    /** What the service answers; where it throws, nothing. */
    private @Nullable ByteBuffer answer(ByteBuffer message) {
        try {
            return service.answer(message);
        } catch (RuntimeException fault) {
            if (!faulty) {
                faulty = true; // anybody may have it throw as often as he sends
                Uncaught.tell(fault);
            }
            return null;
        }
    }

    /** Who is not remembered is new while nobody is forgotten, and may be anybody from then on. */
    private void meet() {
        if (peers.get() <= MOST) {
            peers.incrementAndGet();
        } else {
            morePeers = true;
        }
    }

    void sent(InetSocketAddress to, int bytes) {
        sentBytes.add(bytes);
        Account account = accounts.get(to);
        if (account != null) {
            account.sent += bytes;
        }
    }

    ServerCounts counts(int openSockets) {
        return new ServerCounts(
                openSockets, peers.get(), morePeers, messages.sum(), receivedBytes.sum(), sentBytes.sum());
    }
}
