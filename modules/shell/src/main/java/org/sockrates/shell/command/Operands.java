package org.sockrates.shell.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Family;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.AddressText;
import org.sockrates.transport.text.HostText;
import org.sockrates.transport.text.PortText;

/** What stands behind a call's name, read from left to right; a socket that is left out is the current one. */
public final class Operands {
    private final String where;
    private final List<Word> words;
    private final Session session;

    /**
     * The words behind a call.
     *
     * @param where the call, for messages
     */
    public Operands(String where, List<Word> words, Session session) {
        this.where = where;
        this.words = new ArrayList<>(words);
        this.session = session;
    }

    /**
     * The socket the call is for.
     *
     * @param least how many words the call needs behind it
     * @param most how many it can use
     */
    public OpenSocket socket(int least, int most) throws IOException {
        boolean given = words.size() > most
                || (words.size() > least && session.sockets().names(words.get(0)));
        return given
                ? session.sockets().pick(where, words.remove(0))
                : session.sockets().pickCurrent(where);
    }

    /** The socket of a call behind which stands a number at most: a word that begins with a letter is a socket. */
    public OpenSocket socketBeforeNumber() throws IOException {
        boolean letters = more() && words.get(0).text().matches("[A-Za-z].*");
        return letters ? session.sockets().pick(where, words.remove(0)) : socket(0, 1);
    }

    /** Whether a word is left. */
    public boolean more() {
        return !words.isEmpty();
    }

    /** The next word. */
    public Word next(String name) {
        if (words.isEmpty()) {
            throw new UsageException(where + ": nothing more (expected: " + name + "); see  help " + where);
        }
        return words.remove(0);
    }

    /** The next word, taken where it is one of those that fit. */
    public Optional<Word> nextIf(Predicate<String> fits) {
        boolean one = !words.isEmpty() && fits.test(words.get(0).text());
        return one ? Optional.of(words.remove(0)) : Optional.empty();
    }

    /** How many words are left. */
    public int left() {
        return words.size();
    }

    /** All that is left, at least one word. */
    public List<Word> rest(String name) {
        if (words.isEmpty()) {
            next(name);
        }
        List<Word> rest = List.copyOf(words);
        words.clear();
        return rest;
    }

    /** Refuses what is left. */
    public void end() {
        if (!words.isEmpty()) {
            throw new UsageException(where, words.get(0).text(), "nothing more; see  help " + where);
        }
    }

    /** {@code [TRANSPORT]}: the next word where it names one, or the transport in use. */
    public String transport() {
        boolean named =
                !words.isEmpty() && session.transports().contains(words.get(0).text());
        return named ? words.remove(0).text() : session.defaults().transport();
    }

    /** {@code [HOST] PORT} of a socket's own; without a host, that of the session's place; {@code any} is the wildcard. */
    public InetSocketAddress own(Family family) throws IOException {
        InetAddress host = words.size() < 2 ? session.place().here(family) : ownHost(next("HOST"), family);
        Word port = next("[HOST] PORT");
        noSocket(port);
        return new InetSocketAddress(host, PortText.parseOwn(where, port.text()));
    }

    /** Whoever names a socket where only a port is left has forgotten what belongs behind it. */
    private void noSocket(Word port) {
        if (!port.text().matches("[0-9]+") && session.sockets().names(port)) {
            throw new UsageException(where + ": too little behind the socket " + SafeText.escape(port.text())
                    + " (expected: more); see  help " + where);
        }
    }

    private InetAddress ownHost(Word word, Family family) throws IOException {
        boolean any = word.text().equals("any") || word.text().equals("*");
        return any ? wildcard(family) : HostText.parse(where, word.text(), family);
    }

    /**
     * {@code [HOST] PORT} of a server, in the family of the host.
     *
     * @param usual the family where no host is named
     * @param wild whether no host means the wildcard
     */
    public InetSocketAddress serverOwn(Family usual, boolean wild) throws IOException {
        InetAddress host;
        if (words.size() < 2) {
            host = wild ? wildcard(usual) : HostText.loopback(usual);
        } else {
            Word word = next("HOST");
            host = word.text().equals("any") ? wildcard(usual) : HostText.parse(where, word.text());
        }
        return new InetSocketAddress(
                host, PortText.parseOwn(where, next("[HOST] PORT").text()));
    }

    /**
     * {@code [HOST] PORT} of a peer, or {@code HOST:PORT}; without a host, whom a client asks at the session's place.
     *
     * @param behind how many words must be left for what comes after
     */
    public InetSocketAddress peer(Family family, int behind) throws IOException {
        Word first = next("[HOST] PORT");
        if (first.text().matches("[0-9]{1,5}") || words.size() <= behind) {
            noSocket(first);
            return first.text().indexOf(':') > 0
                    ? AddressText.parse(where, first.text())
                    : new InetSocketAddress(session.place().there(family), PortText.parse(where, first.text()));
        }
        InetAddress host = HostText.parse(where, first.text(), family);
        return new InetSocketAddress(host, PortText.parse(where, next("PORT").text()));
    }

    /** {@code [HOST] PORT} or {@code HOST:PORT} of a server, in the family of the host. */
    public InetSocketAddress peer(Family usual) throws IOException {
        Word first = next("[HOST] PORT");
        if (first.text().matches("[0-9]{1,6}")) {
            return new InetSocketAddress(session.place().there(usual), PortText.parse(where, first.text()));
        }
        if (first.text().matches("\\[.+]:[0-9]+|[^:]+:[0-9]+")) {
            return AddressText.parse(where, first.text());
        }
        InetAddress host = HostText.parse(where, first.text());
        return new InetSocketAddress(host, PortText.parse(where, next("PORT").text()));
    }

    private static InetAddress wildcard(Family family) throws IOException {
        return InetAddress.getByAddress(new byte[family == Family.AF_INET ? 4 : 16]);
    }
}
