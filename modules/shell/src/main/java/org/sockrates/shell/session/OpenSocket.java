package org.sockrates.shell.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.machine.AddressMatch;
import org.sockrates.shell.machine.KeptBacklog;
import org.sockrates.transport.Call;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.Waiting;

/** One socket of the session: its number, its name, what is known of its past, and which job uses it. */
public final class OpenSocket {
    private final int number;
    private final String name;
    private final TransportSocket socket;
    private final Past past;
    private final Map<Side, User> users = new EnumMap<>(Side.class);
    private final Map<Side, Duration> limits = new EnumMap<>(Side.class);

    private record User(Job job, Call call) {}

    /** A socket is used by one receiving and one sending call at a time. */
    private enum Side {
        RECEIVING,
        SENDING
    }

    OpenSocket(int number, String name, TransportSocket socket) {
        this.number = number;
        this.name = name;
        this.socket = socket;
        this.past = new Past(asked -> KeptBacklog.of(socket.transport().traits(), asked));
    }

    public int number() {
        return number;
    }

    /** The name given with {@code --as}; empty without one. */
    public String name() {
        return name;
    }

    public TransportSocket socket() {
        return socket;
    }

    /** The transport's name. */
    public String transport() {
        return socket.transport().name();
    }

    public Traits traits() {
        return socket.transport().traits();
    }

    public Family family() {
        return socket.family();
    }

    public Phase phase() {
        return socket.phase();
    }

    /** Its own address; null where it has none. */
    public @Nullable InetSocketAddress local() {
        return socket.local();
    }

    /** Whom it is connected to; null where it is not. */
    public @Nullable InetSocketAddress remote() {
        return socket.remote();
    }

    /** Its options by their real names, as they are now. */
    public Map<String, String> options() {
        return socket.options();
    }

    /** The kernel's protocol it travels over, whose ports it has. */
    public KernelProtocol protocol() {
        return KernelProtocol.of(traits());
    }

    /** Whether the kernel itself makes its connections, and keeps the state of each in its table. */
    public boolean isKernels() {
        return traits().connectionOriented() && !traits().builtOnDatagrams();
    }

    /** Whether it is in the way of a socket of its protocol that wants an address. */
    public boolean isInTheWay(InetSocketAddress wanted) {
        InetSocketAddress local = socket.local();
        return local != null && AddressMatch.inTheWay(local, wanted).possible();
    }

    /** Whether a row of the kernel's table has its protocol and both its addresses: it is this one's, or of one that shares them. */
    boolean fits(KernelSocket row) {
        return protocol() == row.protocol() && row.local().equals(local()) && Objects.equals(row.remote(), remote());
    }

    /** What it went through. */
    public Past past() {
        return past;
    }

    /** {@code door (3)}, or {@code 3}. */
    public String label() {
        return name.isEmpty() ? Integer.toString(number) : name + " (" + number + ")";
    }

    /** What people type for it: its name, or its number. */
    public String word() {
        return name.isEmpty() ? Integer.toString(number) : name;
    }

    /**
     * Reserves the side of the socket a call uses.
     *
     * @throws UsageException when another job waits there
     */
    synchronized void claim(Call call, Job job) {
        User known = users.putIfAbsent(side(call), new User(job, call));
        Job user = known == null ? job : known.job();
        if (user != job) {
            String which = user.number() == 0 ? "another call" : "job " + user.number();
            String end = user.number() == 0 ? "stop it" : "stop " + user.number();
            throw new UsageException(
                    call.word() + ": " + label() + ": " + which + " waits on this socket; let it end, or  " + end);
        }
    }

    /** From now on whatever waits here waits so long at most; of a call that claimed its side that is remembered. */
    synchronized void waitsAtMost(Duration limit, Call call) {
        socket.waiting(Waiting.atMost(limit));
        if (waitsIn(call)) {
            limits.put(side(call), limit);
        }
    }

    /**
     * How long the last call that used the same side was to wait at most.
     *
     * @param usual where there was none
     */
    public synchronized Duration limit(Call call, Duration usual) {
        return limits.getOrDefault(side(call), usual);
    }

    synchronized void release(Call call) {
        users.remove(side(call));
    }

    /** Closes it as a process that ends does, which waits for no SO_LINGER. */
    void closeAtOnce() throws IOException {
        try {
            if (socket.lingers()) {
                socket.option("SO_LINGER", "off");
            }
        } finally {
            socket.close();
        }
    }

    /** A job that waits on this socket, if there is one. */
    public synchronized Optional<Job> user() {
        return users.values().stream().map(User::job).findFirst();
    }

    /** Whether a job waits on this socket in that very call. */
    public synchronized boolean waitsIn(Call call) {
        User user = users.get(side(call));
        return user != null && user.call() == call;
    }

    private static Side side(Call call) {
        return call.takes() ? Side.RECEIVING : Side.SENDING;
    }
}
