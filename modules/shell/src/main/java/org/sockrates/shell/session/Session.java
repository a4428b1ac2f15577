package org.sockrates.shell.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.relay.Relay;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Jobs;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.text.CallLines;
import org.sockrates.transport.Call;
import org.sockrates.transport.Observation;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketNumbers;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.text.NearestWord;

/**
 * One conversation with the sockets of this machine: a lab's, a script's, a person's. It owns what its commands open and
 * closes all of it.
 */
public final class Session implements AutoCloseable {
    /** The actor whose sockets are typed by hand. */
    public static final String SELF = "shell";

    private static final int MOST_EVENTS = 10_000;

    private final Map<String, Transport> plain;
    private final Map<String, Transport> observed = new LinkedHashMap<>();
    private final Clock wall;
    private final SessionFiles files;
    private volatile @Nullable SessionFiles labFiles;
    private final Places places;
    private final Sockets sockets;
    private final Journal journal;
    private final CallWatch watch = new CallWatch();
    private final Jobs jobs = new Jobs();
    private final Passed passed = new Passed();
    private final Defaults defaults;
    private volatile @Nullable GradedProgram program;
    private final AtomicReference<@Nullable Recorder> recorder = new AtomicReference<>();
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private final Traces traces = new Traces(listeners);
    private final List<AutoCloseable> owned = new CopyOnWriteArrayList<>();

    /**
     * A session with nothing open.
     *
     * @param transports by name, at least one; {@code tcp} is used first where it is there
     * @param place where its sockets meet; it is this session's own, and closed with it
     * @param wall tells the times that are shown
     */
    public Session(Map<String, Transport> transports, SessionFiles files, Place place, Clock wall) {
        this.places = new Places(place);
        this.plain = new LinkedHashMap<>(transports);
        this.files = files;
        this.wall = wall;
        this.sockets = new Sockets(wall);
        this.journal = new Journal(MOST_EVENTS, wall);
        this.defaults = new Defaults(
                plain.containsKey("tcp") ? "tcp" : plain.keySet().iterator().next());
        listeners.addAll(List.of(journal, sockets, watch, place.listener(Map.copyOf(plain))));
        Observation own = observation(SELF, sockets.numbers());
        plain.forEach((name, transport) -> observed.put(name, transport.observed(own)));
    }

    private Observation observation(String actor, SocketNumbers numbers) {
        return new Observation(numbers, SystemClock.INSTANCE, event -> heard(actor, event), CallLines.QUOTED_BYTES);
    }

    private void heard(String actor, SocketEvent event) {
        for (EventListener listener : listeners) {
            listener.heard(actor, event);
        }
    }

    /** The names of the transports, in order. */
    public List<String> transports() {
        return List.copyOf(plain.keySet());
    }

    /** The transport whose sockets are the session's own. */
    public Transport transport(String where, String name) {
        return known(observed, where, name);
    }

    /** The transport, observed as another actor's, whose sockets are numbered from 3 on, as in a process of its own. */
    public Transport transport(String where, String name, String actor) {
        return known(plain, where, name).observed(observation(actor, new SocketNumbers()));
    }

    /** The transport, observed by nobody. */
    public Transport unobserved(String where, String name) {
        return known(plain, where, name);
    }

    private static Transport known(Map<String, Transport> transports, String where, String name) {
        Transport found = transports.get(name);
        if (found == null) {
            throw NearestWord.unknown(where, name, transports.keySet());
        }
        return found;
    }

    /** Picks the transport of commands that name none. */
    public void use(String where, String name) {
        known(plain, where, name);
        defaults.transport(name);
    }

    /**
     * Makes one call of a job, which waits at most the session's timeout, longer for a program yet to come, and can be ended.
     *
     * @return how it ended, success or failure
     * @throws IOException when it failed before it became a call
     */
    public SocketEvent call(Job job, OpenSocket open, Call call, SocketAction action) throws IOException {
        boolean waits = call.mayWait() && (call != Call.ACCEPT || open.traits().connectionOriented());
        if (waits) {
            open.claim(call, job);
        }
        try {
            GradedProgram graded = waits && call.takes() ? program : null;
            return new Awaiting(graded, defaults.timeout(), open, call).call(job, () -> once(job, open, action));
        } finally {
            if (waits) {
                open.release(call);
            }
        }
    }

    private SocketEvent once(Job job, OpenSocket open, SocketAction action) throws IOException {
        Optional<SocketEvent> told = job.whileWaiting(open.socket()::wake, () -> watch.watch(job, action));
        if (told.isEmpty() && open.phase() == Phase.CLOSED) {
            throw new BadDescriptorException(open.number(), "somebody else has just closed it");
        }
        return told.orElseThrow(() -> CallWatch.toldNobody(open.transport()));
    }

    /** Makes a call of a transport that belongs to no socket yet. */
    public SocketEvent call(Job job, String transport, SocketAction action) throws IOException {
        return watch.watch(job, action).orElseThrow(() -> CallWatch.toldNobody(transport));
    }

    public void listen(EventListener listener) {
        listeners.add(listener);
    }

    /** Who traces it. */
    public Traces traces() {
        return traces;
    }

    public void unlisten(EventListener listener) {
        listeners.remove(listener);
    }

    /** Something to close when the session ends. */
    public <T extends AutoCloseable> T own(T thing) {
        owned.add(thing);
        return thing;
    }

    public void disown(AutoCloseable thing) {
        owned.remove(thing);
    }

    /** The session's own links, which lie before servers. */
    public List<Relay> relays() {
        return owned.stream()
                .filter(Relay.class::isInstance)
                .map(Relay.class::cast)
                .toList();
    }

    /** From now on, this session's commands are to meet a program; it is closed with the session. */
    public void grade(GradedProgram graded) {
        program = own(graded);
    }

    /** The program this session's commands are to meet. */
    public Optional<GradedProgram> program() {
        return Optional.ofNullable(program);
    }

    /** Lets somebody keep what is typed and shown, in place of the one before; closed with the session. */
    public void record(Recorder other) {
        Optional.ofNullable(recorder.getAndSet(own(other))).ifPresent(this::end);
    }

    /** Nobody keeps what is typed and shown any more. */
    public void stopRecording() {
        Optional.ofNullable(recorder.getAndSet(null)).ifPresent(this::end);
    }

    private void end(Recorder last) {
        disown(last);
        last.close();
    }

    /** Who keeps what is typed and shown. */
    public Optional<Recorder> recorder() {
        return Optional.ofNullable(recorder.get());
    }

    /** Where its sockets meet. */
    public Place place() {
        return places.now();
    }

    /** Where they may meet instead. */
    public Places places() {
        return places;
    }

    public Sockets sockets() {
        return sockets;
    }

    public Journal journal() {
        return journal;
    }

    /** From now on it is as if no call had been made, and nobody had acted beside the shell. */
    public void forget() {
        journal.clear();
        passed.forget();
        jobs.forgetRoles();
    }

    /** What the session's links saw. */
    public Passed passed() {
        return passed;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Defaults defaults() {
        return defaults;
    }

    /** Where the relative names of files begin that a person types. */
    public Path folder() {
        return files.folder();
    }

    /** The files a job may name: those of the lab's folder where a lab wrote its line. */
    public SessionFiles files(Job job) {
        SessionFiles confined = labFiles;
        return job.origin() == Origin.LAB && confined != null ? confined : files;
    }

    /** From now on, the lines of labs in this session may name only these. */
    public void labFiles(SessionFiles confined) {
        labFiles = confined;
    }

    /** Tells the times that are shown. */
    public Clock wall() {
        return wall;
    }

    /** Ends every job and closes every socket, server and link of this session. */
    @Override
    public void close() {
        jobs.close();
        for (AutoCloseable thing : owned) {
            closeQuietly(thing);
        }
        traces.end(); // what the system does behind a process that ends is no call of it
        for (OpenSocket socket : sockets.all()) {
            closeQuietly(socket::closeAtOnce);
            sockets.remove(socket);
        }
        places.home().close();
    }

    /** Closes what goes away with a session: nobody is left to be told how. */
    public static void closeQuietly(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception ending) {
            // so be it
        }
    }
}
