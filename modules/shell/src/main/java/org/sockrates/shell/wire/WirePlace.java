package org.sockrates.shell.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PacketHost;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.session.EventListener;
import org.sockrates.shell.session.PassedLog;
import org.sockrates.shell.session.Place;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.Teller;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;
import org.sockrates.wire.DatagramReader;
import org.sockrates.wire.TcpSettings;
import org.sockrates.wire.Wire;
import org.sockrates.wire.WireSettings;
import org.sockrates.wire.WireUnavailableException;

/** A wire of this session's own: servers are at 10.77.0.1, clients reach them at 10.77.0.2. */
public final class WirePlace implements Place {
    /** Behind what was asked for: why it is not to be had, and what to do. */
    static final String LEFT_BY_LAB =
            ": this lab is on loopback (expected: a lab on the wire);  lab leave  goes back to it";

    private final WireSettings settings;
    private final CaptureSlot captures = new CaptureSlot();
    private WireMemory memory = new WireMemory();
    private @Nullable DatagramReader reader;
    private @Nullable Wire wire;
    private @Nullable TcpSettings settingsOfTcp;
    private boolean closed;

    WirePlace() {
        this(WireSettings.USUAL);
    }

    WirePlace(WireSettings settings) {
        this.settings = settings;
    }

    /**
     * The place of a session on the wire, where no lab is elsewhere.
     *
     * @param where the command, for the message
     * @throws MissingAbilityException where this machine can have no wire, or the session is elsewhere
     */
    public static WirePlace of(String where, Session session, WireAccess access) throws IOException {
        if (isLeftByLab(session)) {
            throw new MissingAbilityException(where + LEFT_BY_LAB);
        }
        return of(where, session.place(), access);
    }

    /** Whether a lab has led the session away from its wire. */
    static boolean isLeftByLab(Session session) {
        return session.places().home() instanceof WirePlace home && session.place() != home;
    }

    /**
     * A place that is on the wire.
     *
     * @param where the command, for the message
     * @param place of a session
     * @throws MissingAbilityException where this machine can have no wire, or the place is another
     */
    public static WirePlace of(String where, Place place, WireAccess access) throws IOException {
        if (place instanceof WirePlace onWire) {
            return onWire;
        }
        access.require();
        throw new MissingAbilityException(where + ": this session is not on the wire (expected: one that is); type "
                + " path wire  first, or start with  sockrates --path wire");
    }

    @Override
    public String path() {
        return WireAccess.WIRE;
    }

    /** The wire, put up when it was not yet. */
    synchronized Wire wire() throws IOException {
        if (closed) {
            throw new IOException("wire: this session has ended");
        }
        Wire up = wire;
        if (up == null) {
            up = open();
            up.observe(memory);
            if (reader != null) {
                up.read(reader);
            }
            wire = up;
        }
        return up;
    }

    private Wire open() throws IOException {
        try {
            return Wire.open(settings, LinkSpec.NONE, new WireMemory());
        } catch (WireUnavailableException none) {
            throw new MissingAbilityException(String.valueOf(none.getMessage()));
        }
    }

    /** TCP's settings on this wire; when the place closes, they are again what they were when it was first asked for them. */
    public synchronized TcpSettings tuning() throws IOException {
        wire();
        TcpSettings known = settingsOfTcp;
        if (known == null) {
            known = TcpSettings.here();
            settingsOfTcp = known;
        }
        return known;
    }

    /** What is written of this wire, on whatever device it is. */
    CaptureSlot captures() {
        return captures;
    }

    @Override
    public void ready() throws IOException {
        wire();
    }

    /** The next wire is another device, of which no rule, packet or MTU of this one is left; TCP's switches stay. */
    @Override
    public synchronized void renew() throws IOException {
        Wire used = wire;
        wire = null;
        memory = new WireMemory();
        if (used != null) {
            used.close();
        }
    }

    @Override
    public InetAddress here(Family family) throws IOException {
        return wire().here(family);
    }

    @Override
    public InetAddress there(Family family) throws IOException {
        return wire().there(family);
    }

    @Override
    public synchronized InetSocketAddress behind(InetSocketAddress reached) {
        Wire up = wire;
        if (up != null) {
            Family family = Family.of(reached.getAddress());
            if (reached.getAddress().equals(up.there(family))) {
                return new InetSocketAddress(up.here(family), reached.getPort());
            }
        }
        return reached;
    }

    @Override
    public boolean secluded() {
        return true;
    }

    @Override
    public List<String> hosts() {
        return List.of("10.77.0.1", "10.77.0.2", "fd00:77::1", "fd00:77::2", "localhost");
    }

    @Override
    public SeenTraffic traffic() throws IOException {
        Wire up = wire();
        Map<InetAddress, InetAddress> mirrored = new HashMap<>();
        for (Family family : Family.values()) {
            try {
                mirrored.put(up.there(family), up.here(family));
            } catch (UsageException notOfThisMachine) {
                // then nobody here sees such an address either
            }
        }
        return memory().traffic(mirrored);
    }

    private synchronized WireMemory memory() {
        return memory;
    }

    @Override
    public List<PassedMessage> passed() throws IOException {
        return PassedLog.messages(wire().log().stream()
                .filter(packet -> packet.head().isPresent())
                .toList());
    }

    @Override
    public synchronized EventListener listener(Map<String, Transport> transports) {
        DatagramHeads heads = new DatagramHeads(transports);
        reader = heads;
        return heads;
    }

    @Override
    public Tracing trace(Teller teller) throws IOException {
        wire();
        WireMemory followed = memory();
        WireTrace trace = followed.follow(seen -> new WireTrace(teller, seen));
        return () -> followed.leave(trace);
    }

    @Override
    public Pinned pin(String profile) throws IOException {
        TcpSettings tuning = tuning(); // what it leads back to when the place closes is what was there before
        TcpSettings before = TcpSettings.here();
        tuning.profile(profile);
        return before::restore;
    }

    @Override
    public String greeting() {
        return "On the wire: servers at 10.77.0.1, clients go to 10.77.0.2. See  help path";
    }

    @Override
    public Optional<PacketHost> link() throws IOException {
        return Optional.of(wire());
    }

    @Override
    public synchronized boolean paused() {
        return wire != null && wire.paused();
    }

    @Override
    public synchronized boolean spoils() {
        return wire != null && wire.report().corrupted() > 0;
    }

    @Override
    public synchronized void close() {
        closed = true;
        TcpSettings changed = settingsOfTcp;
        if (changed != null) {
            Session.closeQuietly(changed::restore);
        }
        captures.close();
        if (wire != null) {
            Session.closeQuietly(wire);
        }
    }
}
