package org.sockrates.link.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.sockrates.link.Hop;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.fault.FaultSpec;
import org.sockrates.link.fault.Piece;
import org.sockrates.link.fault.StreamPlan;
import org.sockrates.link.rule.Rule;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.UsageException;

/**
 * A hop for streams: each connection of a client is continued by one of its own to the server. Half-close and reset pass
 * through; a refused connection becomes a reset. What a stream in user space can have, it can: delay, rate, and the
 * {@link FaultSpec faults}. Loss it cannot: see {@link #refusal}.
 */
public final class TcpRelay extends Relay {
    /** Clients that may wait while all places are taken. */
    private static final int BACKLOG = 128;

    /** How long nobody is accepted where no descriptor was left. */
    private static final long REST_NANOS = 100_000_000;

    private final StreamCounts counts = new StreamCounts();
    private final Endings endings;
    private final ServerSocketChannel front;
    private final SelectionKey accepting;
    private final StreamBuffers buffers = new StreamBuffers();
    private final Set<TcpConnection> connections = new LinkedHashSet<>();
    private long accepted;
    private volatile StreamPlan plan;
    private volatile boolean paused;

    /**
     * Binds, listens and begins.
     *
     * @throws UsageException when a stream cannot have such a link
     */
    public TcpRelay(RelaySettings settings, LinkSpec link, NanoClock clock) throws IOException {
        this(settings, checked(settings, link), clock, ServerSocketChannel.open());
    }

    private TcpRelay(RelaySettings settings, LinkSpec link, NanoClock clock, ServerSocketChannel front)
            throws IOException {
        super(settings, clock, "sockrates-tcp-relay-", front, at -> front.bind(at, BACKLOG));
        this.front = front;
        plan = new StreamPlan(link, FaultSpec.NONE);
        endings = new Endings(settings);
        accepting = register(SelectionKey.OP_ACCEPT, this::accept);
        begin();
    }

    /** Why a relay cannot put such a link on the streams of a transport of this name, or empty when it can. */
    public static Optional<String> refusal(String transport, LinkSpec link) {
        return link.typed().all().stream()
                .flatMap(rule -> rule.harmToStream().map(harm -> refused(transport, rule, harm)).stream())
                .findFirst();
    }

    private static String refused(String transport, Rule rule, String harm) {
        return (rule.picks() ? rule.text() : rule.word()) + " on " + transport
                + " over relay: not possible in user space, " + harm + "; use the path wire or sim";
    }

    private static LinkSpec checked(RelaySettings settings, LinkSpec link) {
        RelayPath.refuse(refusal(settings.transport(), link));
        return link;
    }

    private void accept() {
        while (connections.size() < settings.mostPeers()) {
            try {
                SocketChannel client = front.accept();
                if (client == null) {
                    return;
                }
                begin(client);
            } catch (IOException noDescriptorLeft) {
                rest();
                return;
            }
        }
        accepting.interestOps(0);
    }

    /** Accepts nobody for a moment: further clients wait in the backlog. */
    private void rest() {
        accepting.interestOps(0);
        loop.at(loop.nowNanos() + REST_NANOS, () -> accepting.interestOps(SelectionKey.OP_ACCEPT));
    }

    private void begin(SocketChannel client) throws IOException {
        TcpConnection connection;
        try {
            connection = new TcpConnection(this, ++accepted, client, open(target()));
        } catch (IOException noDescriptorLeft) {
            client.close();
            throw noDescriptorLeft;
        }
        connections.add(connection);
        connection.connect(target());
    }

    private static SocketChannel open(InetSocketAddress like) throws IOException {
        return SocketChannel.open(Family.of(like.getAddress()).protocolFamily());
    }

    void ended(TcpConnection connection) {
        connections.remove(connection);
        if (accepting.isValid()) {
            accepting.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    void refused(InetSocketAddress client, IOException failure) {
        Errno errno = SocketCallException.of(Call.CONNECT, failure).errno();
        endings.add(new Refusal(loop.nowNanos(), client, listen(), target(), errno));
    }

    void served(Hop up) {
        endings.served(up);
    }

    /** What ended otherwise than its two ends had it. */
    public Endings endings() {
        return endings;
    }

    /** A piece was decided about. */
    void note(PassedPacket piece) {
        log.add(piece);
    }

    RelayLoop loop() {
        return loop;
    }

    RelaySettings settings() {
        return settings;
    }

    StreamCounts counts() {
        return counts;
    }

    StreamPlan plan() {
        return plan;
    }

    StreamBuffers buffers() {
        return buffers;
    }

    /** How much of one way is best read at once. */
    int pieceBytes() {
        return StreamBuffers.pieceBytes(connections.size());
    }

    @Override
    public LinkSpec link() {
        return plan.link();
    }

    @Override
    public Optional<String> refusal(LinkSpec link) {
        return refusal(transport(), link);
    }

    @Override
    public synchronized void use(LinkSpec link) {
        use(new StreamPlan(checked(settings, link), plan.faults()), TcpConnection::useLink);
    }

    /** The faults in use. */
    public FaultSpec faults() {
        return plan.faults();
    }

    /** Changes the faults, of connections that stand too; their state and their times begin anew, but for who is on a wire. */
    public synchronized void use(FaultSpec faults) {
        use(new StreamPlan(plan.link(), faults), TcpConnection::useFaults);
    }

    private void use(StreamPlan other, BiConsumer<TcpConnection, StreamPlan> half) {
        plan = other;
        loop.post(() -> new ArrayList<>(connections).forEach(connection -> half.accept(connection, plan)));
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        loop.post(() -> new ArrayList<>(connections).forEach(TcpConnection::flush));
    }

    @Override
    public boolean paused() {
        return paused;
    }

    /** What has passed, in pieces as the relay read them: a stream has no packets. */
    @Override
    public LinkReport report() {
        return counts.report();
    }

    /** Connections that stand are reset, since what is under way is lost. */
    @Override
    void closePeers() {
        new ArrayList<>(connections).forEach(connection -> connection.cut(Piece.Kind.RESET, ""));
    }
}
