package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/**
 * One message for many: multicast (RFC 1112). The sockets are bound to the group's address and the packets have no hop to
 * live, so nothing leaves this machine and nobody outside is heard.
 */
final class Group implements Experiment {
    static final Measure COPIES =
            new Measure("copies_per_send", Unit.TIMES, "messages the members received for each that was sent");
    static final Measure MEMBERS = new Measure("members", Unit.COUNT, "sockets that joined the group");
    static final Measure SENT = new Measure("sent_packets", Unit.MESSAGES, "messages sent to the group");
    static final Measure RECEIVED =
            new Measure("received_packets", Unit.MESSAGES, "messages all members received together");
    static final Measure OUTSIDER = new Measure(
            "outsider_packets", Unit.MESSAGES, "messages a socket on the same port received without joining");

    private static final int RECEIVERS = 3;
    private static final int MESSAGES = 20;

    @Override
    public String name() {
        return "group";
    }

    @Override
    public String question() {
        return "can one send reach many?";
    }

    @Override
    public String method(Settings settings) {
        return RECEIVERS
                + " sockets join a multicast group, a fourth does not, and Java sets its IP_MULTICAST_ALL off; "
                + MESSAGES + " messages straight to the group, past any link";
    }

    @Override
    public List<Measure> measures() {
        return List.of(COPIES, MEMBERS, SENT, RECEIVED, OUTSIDER);
    }

    @Override
    public Optional<String> notApplicable(Traits traits) {
        return traits.groupSend()
                ? Optional.empty()
                : Optional.of("a conversation here has exactly two ends, so one send reaches one reader");
    }

    @Override
    public Observations observe(Run run) throws IOException {
        InetAddress local = run.passage().serveOn().getAddress();
        InetSocketAddress group =
                new InetSocketAddress(address(local, run.settings().seed()), 0);
        List<TransportSocket> sockets = new ArrayList<>();
        try (TransportSocket sender = run.open()) {
            for (int i = 0; i <= RECEIVERS; i++) {
                TransportSocket socket = run.open();
                sockets.add(socket);
                socket.option("SO_REUSEADDR", "on");
                socket.bind(group);
                group = new InetSocketAddress(
                        group.getAddress(),
                        Objects.requireNonNull(socket.local()).getPort());
                if (i < RECEIVERS) {
                    socket.join(group.getAddress(), on(local));
                }
            }
            sender.option("IP_MULTICAST_IF", on(local).getName());
            sender.option("IP_MULTICAST_TTL", "0");
            for (int i = 0; i < MESSAGES; i++) {
                sender.sendTo(ByteBuffer.allocate(Integer.BYTES).putInt(i).flip(), group);
            }
            run.awaitStillness();
            return count(sockets);
        } finally {
            for (TransportSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /** Is asked once a socket could be bound to a group: a simulated net has neither. */
    private static NetworkInterface on(InetAddress local) throws IOException {
        return Objects.requireNonNull(NetworkInterface.getByInetAddress(local), "no interface of ours");
    }

    /** A group for this machine alone, drawn so that two comparisons hardly meet (RFC 2365, RFC 4291 §2.7). */
    private static InetAddress address(InetAddress local, long seed) throws IOException {
        SplitMix64 lots = new SplitMix64(seed);
        byte[] bytes = local instanceof Inet6Address ? new byte[16] : new byte[] {(byte) 239, (byte) 255, 0, 0};
        if (bytes.length == 16) {
            bytes[0] = (byte) 0xff;
            bytes[1] = 0x11;
        }
        bytes[bytes.length - 2] = (byte) lots.nextInt(256);
        bytes[bytes.length - 1] = (byte) (1 + lots.nextInt(254));
        return InetAddress.getByAddress(bytes);
    }

    private static Observations count(List<TransportSocket> sockets) throws IOException {
        long received = 0;
        for (TransportSocket member : sockets.subList(0, RECEIVERS)) {
            received += heard(member);
        }
        long outsider = heard(sockets.get(RECEIVERS));
        return Observations.of(
                COPIES.measured(MESSAGES, (double) received / MESSAGES),
                MEMBERS.counted(RECEIVERS, RECEIVERS),
                SENT.counted(MESSAGES, MESSAGES),
                RECEIVED.counted(MESSAGES, received),
                OUTSIDER.counted(MESSAGES, outsider));
    }

    /** What is there already: on one machine a message is with every member before sendto has returned. */
    private static long heard(TransportSocket socket) throws IOException {
        socket.waiting(Waiting.NOT_AT_ALL);
        ByteBuffer into = ByteBuffer.allocate(64);
        for (long heard = 0; ; heard++) {
            try {
                socket.receive(into.clear());
            } catch (SocketCallException failure) {
                if (failure.errno() == Errno.EAGAIN) {
                    return heard;
                }
                throw failure;
            }
        }
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(
                result,
                COPIES,
                column -> "made " + column.counted(RECEIVED, "message") + " of "
                        + column.counted(SENT, "send") + ", for "
                        + column.counted(MEMBERS, "member")
                        + outsider(column));
    }

    private static String outsider(Column column) {
        return column.greatest(OUTSIDER) > 0
                ? ", and let an outsider hear " + column.counted(OUTSIDER, "message") + column.atWorst(OUTSIDER)
                : "";
    }
}
