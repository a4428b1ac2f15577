package org.sockrates.shell.session;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.JobThread;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;
import org.sockrates.transport.ObservedSocket;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketNumbers;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/** The open sockets of a session, by number and by name; {@code .} is the one made or named last, {@code *} are all. */
public final class Sockets implements EventListener {
    private final Clock wall;
    private final TreeMap<Integer, OpenSocket> open = new TreeMap<>();
    private final Map<Integer, Instant> closed = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<String> promised = new HashSet<>();
    private final SocketNumbers numbers = new SocketNumbers(this::leastNumber);
    private volatile int leastOfAPerson = SocketNumbers.FIRST;
    private @Nullable OpenSocket current;

    Sockets(Clock wall) {
        this.wall = wall;
    }

    SocketNumbers numbers() {
        return numbers;
    }

    private int leastNumber() {
        return JobThread.isLabs() ? SocketNumbers.FIRST : leastOfAPerson;
    }

    /** Numbers what a person opens from here on, so that a lab beside it has the numbers it would have alone. */
    public void numberFrom(int least) {
        leastOfAPerson = least;
    }

    /** Takes in a socket that was just made, as the current one. */
    public synchronized OpenSocket add(TransportSocket socket, String name, boolean makeCurrent) {
        int number = ((ObservedSocket) socket).number();
        OpenSocket added = new OpenSocket(number, name, socket);
        open.put(number, added);
        closed.remove(number);
        names.put(number, name);
        if (makeCurrent || current == null) {
            current = added;
        }
        return added;
    }

    /** Forgets a socket that was closed. */
    public synchronized void remove(OpenSocket socket) {
        if (open.remove(socket.number(), socket)) {
            closed.put(socket.number(), wall.instant());
        }
        if (socket.equals(current)) {
            current = open.isEmpty() ? null : open.lastEntry().getValue();
        }
    }

    /** The name an actor's socket has or had last; only the shell's have names. */
    public synchronized Optional<String> nameOf(String actor, int number) {
        return Optional.ofNullable(actor.isEmpty() ? names.get(number) : null).filter(name -> !name.isEmpty());
    }

    /** By number. */
    public synchronized List<OpenSocket> all() {
        return new ArrayList<>(open.values());
    }

    /** The one {@code .} means. */
    public synchronized Optional<OpenSocket> current() {
        return Optional.ofNullable(current);
    }

    /** The open socket a word means: {@code .}, a number, a name. */
    public synchronized Optional<OpenSocket> meant(Word word) {
        String text = word.text();
        if (text.equals(".")) {
            return current();
        }
        return isNumber(text) ? Optional.ofNullable(open.get(Integer.valueOf(text))) : named(text);
    }

    /** Whether a word means an open socket: another one than the current, or this by its name. */
    public synchronized boolean isOpen(Word word) {
        return !word.literal()
                && (named(word.text()).isPresent()
                        || meant(word).filter(open -> !open.equals(current)).isPresent());
    }

    /** Whether a word names a socket, or would if there were one: {@code .}, a small number, a name. */
    public synchronized boolean names(Word word) {
        String text = word.text();
        return !word.literal()
                && (text.equals(".") || isNumber(text) || named(text).isPresent());
    }

    /**
     * The socket a word means; it is the current one from now on.
     *
     * @throws UsageException for a word that can be none
     * @throws BadDescriptorException for a number no open socket has
     */
    public synchronized OpenSocket pick(String where, Word word) throws BadDescriptorException {
        OpenSocket picked = find(where, word.text());
        current = picked;
        return picked;
    }

    /** The current socket. */
    public synchronized OpenSocket pickCurrent(String where) {
        if (current == null) {
            throw new UsageException(where + ": there is no socket yet; make one:  socket");
        }
        return current;
    }

    private OpenSocket find(String where, String text) throws BadDescriptorException {
        if (text.equals(".")) {
            return pickCurrent(where);
        }
        Optional<OpenSocket> named = named(text);
        if (named.isPresent()) {
            return named.get();
        }
        OptionalInt wanted = isNumber(text) ? OptionalInt.of(Integer.parseInt(text)) : closedBy(text);
        if (wanted.isPresent()) {
            int number = wanted.getAsInt();
            OpenSocket numbered = open.get(number);
            if (numbered == null) {
                throw new BadDescriptorException(number, absence(number));
            }
            return numbered;
        }
        if (promised.contains(text.toLowerCase(Locale.ROOT))) {
            throw new UsageException(where, text, "a socket that is there; accept still waits to make it, see  jobs");
        }
        throw UsageException.ofNobody(where, text, expected(text));
    }

    /** The number of a closed socket whose name it was. */
    private OptionalInt closedBy(String name) {
        return closed.keySet().stream()
                .filter(number ->
                        !name.isEmpty() && name.toLowerCase(Locale.ROOT).equals(names.get(number)))
                .max(Comparator.comparing(closed::get))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Few people have a thousand sockets, and few a server on a port below: 80 is a socket, 8080 is a port. */
    private boolean isNumber(String text) {
        return text.matches("[0-9]{1,3}") || (text.matches("[0-9]{4,5}") && open.containsKey(Integer.valueOf(text)));
    }

    private Optional<OpenSocket> named(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return open.values().stream()
                .filter(socket -> !wanted.isEmpty() && socket.name().equals(wanted))
                .findFirst();
    }

    private String absence(int number) {
        Instant end = closed.get(number);
        return end != null
                ? "socket " + number + " was closed at " + TimeText.of(end, wall)
                : "no socket has the number " + number + "; see  status";
    }

    private String expected(String text) {
        List<String> words = open.values().stream().map(OpenSocket::word).toList();
        if (words.isEmpty()) {
            return "a socket; make one:  socket";
        }
        return "a socket: " + NearestWord.expected(text, words);
    }

    /**
     * Checks a name that is to be given.
     *
     * @return it, in lower case
     */
    public synchronized String freeName(String where, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        if (!wanted.matches("[a-z][a-z0-9_-]{0,15}") || wanted.equals("localhost")) {
            throw new UsageException(where, name, "a letter of English, then letters, digits, _ or -, at most 16");
        }
        Optional<OpenSocket> taken = named(wanted);
        if (taken.isPresent()) {
            throw new UsageException(
                    where,
                    name,
                    "a name no open socket has; " + wanted + " is socket "
                            + taken.get().number());
        }
        if (promised.contains(wanted)) {
            throw new UsageException(where, name, "a name no open socket has; an accept waits to give it, see  jobs");
        }
        return wanted;
    }

    /** Checks a name and keeps it for the socket that a call waits to make, until it is let go. */
    public synchronized String promise(String where, String name) {
        String wanted = freeName(where, name);
        promised.add(wanted);
        return wanted;
    }

    /** The call has made its socket, or never will. */
    public synchronized void letGo(String name) {
        promised.remove(name);
    }

    @Override
    public void heard(String actor, SocketEvent event) {
        if (!actor.equals(Session.SELF) || event.call() == Call.SOCKET) {
            return;
        }
        OpenSocket socket;
        synchronized (this) {
            socket = open.get(event.socket());
        }
        if (socket != null) {
            socket.past().heard(event, wall.instant());
        }
    }
}
