package org.sockrates.shell.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Family;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.AddressText;
import org.sockrates.transport.text.PortText;
import org.sockrates.transport.text.WholeText;

/** What stands behind a call's name, read from left to right; a socket that is left out is the current one. */
public final class Operands {
    private final String where;
    private final List<Word> words;
    private final Session session;
    private Duration limit;
    private String leftOut = "";

    /**
     * The words behind a call.
     *
     * @param where the call, for messages
     */
    public Operands(String where, List<Word> words, Session session) {
        this.where = where;
        this.words = new ArrayList<>(words);
        this.session = session;
        this.limit = session.defaults().timeout();
    }

    /** So long a name may be looked up; without it, as long as the session's calls wait. */
    public Operands within(@Nullable Duration asked) {
        limit = asked == null ? limit : asked;
        return this;
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
        leftOut = given ? "" : "socket";
        return given
                ? session.sockets().pick(where, words.remove(0))
                : session.sockets().pickCurrent(where);
    }

    /** The socket of a call behind which stands a number at most: a word that begins with a letter is a socket. */
    public OpenSocket socketBeforeNumber() throws IOException {
        boolean letters = more() && words.get(0).text().matches("[A-Za-z].*");
        return letters ? session.sockets().pick(where, words.remove(0)) : socket(0, 1);
    }

    /**
     * As {@link #socket}; whoever names a socket where only an address fits has forgotten what belongs behind it.
     *
     * @param behind what that is, for messages
     */
    public OpenSocket socketBeforeAddress(int least, int most, String behind) throws IOException {
        if (more()
                && words.size() <= least
                && !isNumber(words.get(0))
                && session.sockets().names(words.get(0))) {
            throw new UsageException(where + ": too little behind the socket "
                    + SafeText.escape(words.get(0).text()) + " (expected: " + behind + "); see  help " + where);
        }
        return socket(least, most);
    }

    /** Whether a word is left. */
    public boolean more() {
        return !words.isEmpty();
    }

    /** The next word. */
    public Word next(String name) {
        if (words.isEmpty()) {
            throw new UsageException(where + ": too few words (expected: " + name + "); see  help " + where);
        }
        return words.remove(0);
    }

    /** The text of the next word, or what is meant where none is left. */
    public String nextOr(String usual) {
        return words.isEmpty() ? usual : words.remove(0).text();
    }

    /** The number in the next word, from 1 to so many, or what is meant where no word is left. */
    public int numberOr(int usual, int most) {
        return words.isEmpty() ? usual : WholeText.parse(where, words.remove(0).text(), 1, most);
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

    /** All that is left, at least one word, as one text with a blank between two words. */
    public String restText(String name) {
        return Word.joined(rest(name));
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
        leftOut = named ? "" : "transport";
        return named ? words.remove(0).text() : session.defaults().transport();
    }

    /**
     * {@code [HOST] PORT} of a socket's or a server's own, or {@code HOST:PORT}; without a host, that of the session's place; {@code any} is the
     * wildcard. An address may be of the other family: what becomes of it, the socket says.
     */
    public InetSocketAddress own(Family usual) throws IOException {
        HostWords hosts = hosts();
        Word first = next("[HOST] PORT");
        if (AddressText.looksLike(first.text())) {
            AddressText address = AddressText.parseOwn(where, first.text());
            return new InetSocketAddress(hosts.any(address.host(), usual), address.port());
        }
        if (isPort(first)) {
            return new InetSocketAddress(session.place().here(usual), PortText.parseOwn(where, first.text()));
        }
        InetAddress host = hosts.read(first, usual, hosts::any, leftOut);
        return new InetSocketAddress(host, PortText.parseOwn(where, next("PORT").text()));
    }

    /**
     * {@code [HOST] PORT} of a socket's peer, or {@code HOST:PORT}; without a host, whom a client asks at the session's
     * place.
     */
    public InetSocketAddress peer(OpenSocket socket) throws IOException {
        return peer(
                socket.family(), hosts()::named, (typed, host) -> Outside.refuse(where, session, typed, host, socket));
    }

    /** The same of a client, who asks one host, not all. */
    public InetSocketAddress server(Family usual) throws IOException {
        return peer(usual, hosts()::one, (typed, host) -> Outside.refuse(where, session, typed, host));
    }

    /** Looks at a peer that was typed. */
    private interface Judge {
        void look(Word typed, InetAddress host) throws IOException;
    }

    private InetSocketAddress peer(Family usual, HostWords.Reading reading, Judge judge) throws IOException {
        Word first = next("[HOST] PORT");
        if (AddressText.looksLike(first.text())) {
            AddressText address = AddressText.parse(where, first.text());
            InetAddress host = reading.of(address.host(), usual);
            judge.look(first, host);
            return new InetSocketAddress(host, address.port());
        }
        if (isPort(first)) {
            return new InetSocketAddress(session.place().there(usual), PortText.parse(where, first.text()));
        }
        InetAddress host = hosts().read(first, usual, reading, leftOut);
        judge.look(first, host);
        return new InetSocketAddress(host, PortText.parse(where, next("PORT").text()));
    }

    private HostWords hosts() {
        return new HostWords(where, session, limit);
    }

    /** Whether no host was typed: a number, even one that is no port. A host alone is too little. */
    private boolean isPort(Word first) {
        if (words.isEmpty() && first.text().matches(".*[A-Za-z.:].*")) {
            throw new UsageException(
                    where, first.text(), hosts().addressOf(first).orElse("[HOST] PORT; see  help " + where));
        }
        return words.isEmpty() || isNumber(first);
    }

    static boolean isNumber(Word word) {
        return word.text().strip().matches("[+-]?\\p{Nd}{1,6}");
    }
}
