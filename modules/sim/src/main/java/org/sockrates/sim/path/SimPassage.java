package org.sockrates.sim.path;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sockrates.link.Link;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Overflows;
import org.sockrates.link.Passage;
import org.sockrates.link.Traffic;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.tcp.TcpPackets;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.Transport;
import org.sockrates.transport.rdt.PacketHeads;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.socket.Machine;
import org.sockrates.transport.rdt.socket.RdtMachine;
import org.sockrates.transport.rdt.socket.RdtTransport;
import org.sockrates.transport.rdt.socket.Realm;

/** A passage in virtual time. Its first actor is the thread that opened it. */
final class SimPassage implements Passage, LinkControl {
    /** What looking at the clock costs, so that who looks again and again gets on. */
    private static final long LOOK_NANOS = 100;

    /** What the model of TCP is called. */
    static final String TCP = "tcp (model)";

    /** By the name of the transport. */
    private static final Map<String, Model> MODELS = byName();

    private final World world = new World();
    private final Map<String, Net> nets = new HashMap<>();
    private final Map<String, SocketKind> kinds = new HashMap<>();
    private final Map<InetSocketAddress, Long> turnedAway = new ConcurrentHashMap<>();
    private final Link upstream;
    private final Link downstream;
    private LinkSpec link;

    SimPassage(LinkSpec link) {
        this.link = link;
        upstream = new Link(link, Way.UPSTREAM);
        downstream = new Link(link, Way.DOWNSTREAM);
    }

    @Override
    public NanoClock clock() {
        return () -> {
            world.pass(LOOK_NANOS);
            return world.nowNanos();
        };
    }

    // --- transports -------------------------------------------------------------------------------------------------

    @Override
    public SocketKind through(Transport transport) {
        return kinds.computeIfAbsent(transport.name(), name -> simulated(transport));
    }

    /** Whether there is one to put in its place. */
    static boolean models(Transport transport) {
        return MODELS.containsKey(transport.name());
    }

    private SocketKind simulated(Transport transport) {
        Model model = MODELS.get(transport.name());
        if (model == null) {
            throw new IllegalStateException("sim: no model of " + transport.name() + "; ask Path.refusal first");
        }
        return model.of(this, transport);
    }

    private static Map<String, Model> byName() {
        Map<String, Model> models = new HashMap<>();
        models.put("udp", SimPassage::udp);
        models.put("tcp", SimPassage::tcp);
        for (Protocol protocol : Protocol.values()) {
            models.put(protocol.word(), (passage, transport) -> passage.rdt(protocol, transport));
        }
        return Map.copyOf(models);
    }

    private SocketKind udp(Transport transport) {
        return new SimUdp(
                transport,
                new SimUnderlay(datagrams(transport, bytes -> Optional.empty()), Optional.empty()),
                socket -> turnedAway.merge(socket, 1L, Long::sum));
    }

    private SocketKind tcp(Transport transport) {
        Machine machine = new TcpMachine(numbers());
        Net net = net(transport, TrafficCount::ofSegments, TcpPackets::kind, 0);
        return over(machine, TCP, transport, new SimUnderlay(net, Optional.of(machine)));
    }

    private SocketKind rdt(Protocol protocol, Transport transport) {
        Net net = datagrams(transport, bytes -> PacketHeads.ofConversation(protocol, bytes));
        return over(
                new RdtMachine(protocol, numbers()),
                transport.name(),
                transport,
                new SimUnderlay(net, Optional.empty()));
    }

    private static SocketKind over(Machine machine, String name, Transport transport, SimUnderlay underlay) {
        return RdtTransport.over(name, transport.traits(), new Realm(machine, underlay));
    }

    private IntSupplier numbers() {
        SplitMix64 lots = new SplitMix64(link.seed());
        return () -> (int) lots.nextLong();
    }

    /** What a packet is for is told as a relay tells it: by its head. */
    private Net datagrams(Transport transport, Function<ByteBuffer, Optional<PacketHead>> heads) {
        return net(
                transport,
                () -> TrafficCount.ofDatagrams(heads),
                bytes -> PacketKind.of(heads.apply(bytes).orElse(null)),
                TrafficCount.DATAGRAM_HEADER_BYTES);
    }

    private Net net(
            Transport transport,
            Supplier<TrafficCount> counts,
            Function<ByteBuffer, PacketKind> kinds,
            int headerBytes) {
        Net net = new Net(world, upstream, downstream, counts, kinds, headerBytes);
        nets.put(transport.name(), net);
        return net;
    }

    // --- where and when ---------------------------------------------------------------------------------------------

    @Override
    public InetSocketAddress serveOn() {
        return new InetSocketAddress(Net.HERE, 0);
    }

    @Override
    public InetSocketAddress towards(InetSocketAddress server) {
        return new InetSocketAddress(Net.ACROSS, server.getPort());
    }

    @Override
    public <T> Actor<T> start(String name, Callable<T> body) {
        if (world.isEnding()) {
            throw new IllegalStateException("the passage is closed");
        }
        return ActorThread.start(name, world, body);
    }

    @Override
    public void sleep(Duration time) {
        world.sleepUntil(world.nowNanos() + Deadline.nanos(time));
    }

    @Override
    public LinkReport report() {
        return upstream.report(world.nowNanos()).plus(downstream.report(world.nowNanos()));
    }

    @Override
    public Overflows overflows() {
        return sockets -> sockets.stream()
                .collect(Collectors.toMap(Function.identity(), socket -> turnedAway.getOrDefault(socket, 0L)));
    }

    @Override
    public Optional<Traffic> traffic() {
        return Optional.of(nets.values().stream()
                .map(Net::traffic)
                .reduce(
                        Traffic.NONE,
                        (some, more) -> new Traffic(
                                some.upstream().plus(more.upstream()),
                                some.downstream().plus(more.downstream()))));
    }

    // --- the link, to be changed ------------------------------------------------------------------------------------

    @Override
    public Optional<LinkControl> control() {
        return Optional.of(this);
    }

    @Override
    public LinkSpec link() {
        return link;
    }

    @Override
    public void use(LinkSpec wanted) {
        link = wanted;
        upstream.use(wanted);
        downstream.use(wanted);
    }

    @Override
    public void close() throws IOException {
        world.end();
    }

    /** Puts a model in a transport's place. */
    private interface Model {
        SocketKind of(SimPassage passage, Transport transport);
    }
}
