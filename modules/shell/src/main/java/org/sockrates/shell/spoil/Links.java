package org.sockrates.shell.spoil;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.LinkHost;
import org.sockrates.link.PacketHost;
import org.sockrates.link.relay.Relay;
import org.sockrates.link.relay.TcpRelay;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Attempt;
import org.sockrates.shell.session.Passed;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

/** The links of one session: relays by number, and the one of the session's place where it has one. */
final class Links {
    private static final int MOST = 99;

    private final Session session;
    private final TreeMap<Integer, Relay> relays = new TreeMap<>();

    Links(Session session) {
        this.session = session;
    }

    /** Whether a word can be a relay's number. */
    static boolean isNumber(String word) {
        return word.matches("[0-9]+");
    }

    /** Takes in a relay that runs, which is made where there is room for it. */
    synchronized NamedLink add(Attempt<Relay> maker) throws IOException {
        int number = 1;
        while (relays.containsKey(number)) {
            number++;
        }
        if (number > MOST) {
            throw new UsageException("link: " + MOST + " links are up (expected: fewer);  link drop *  ends all");
        }
        Relay relay = session.own(maker.make());
        relays.put(number, relay);
        session.passed().add(seenBy(relay));
        return new NamedLink(Integer.toString(number), relay);
    }

    /** All of them, the place's own first. */
    List<NamedLink> all() throws IOException {
        List<NamedLink> all = new ArrayList<>();
        ofPlace().ifPresent(all::add);
        all.addAll(relays());
        return all;
    }

    /** Those that were added. */
    synchronized List<NamedLink> relays() {
        return relays.entrySet().stream()
                .map(entry -> new NamedLink(entry.getKey().toString(), entry.getValue()))
                .toList();
    }

    private Optional<NamedLink> ofPlace() throws IOException {
        Optional<PacketHost> link = session.place().link();
        return link.map(host -> new NamedLink(session.place().path(), host));
    }

    /** The word of the link that comes next, if one does. */
    Optional<String> named(Operands operands) {
        String place = session.place().path();
        return operands.nextIf(word -> isNumber(word) || word.equals(place)).map(Word::text);
    }

    /** Whether a word may be a link's, wherever the session is by then. */
    static boolean mayName(Word word) {
        return word.open() || isNumber(word.text()) || word.text().equals(WireAccess.WIRE);
    }

    /** The link that comes next, or the one that is meant where none does. */
    NamedLink next(String where, Operands operands) throws IOException {
        return of(where, named(operands).orElse(null));
    }

    /** The same of links that carry a stream, one of which may be the only one among several links. */
    NamedLink nextStream(String where, Operands operands) throws IOException {
        Optional<String> named = named(operands);
        if (named.isPresent()) {
            return get(where, named.get());
        }
        List<NamedLink> streams = relays().stream()
                .filter(link -> link.host() instanceof TcpRelay)
                .toList();
        return streams.isEmpty() ? meant(where) : only(where, streams);
    }

    /** The link of a word; where there is none, the one that is meant. */
    NamedLink of(String where, @Nullable String named) throws IOException {
        return named == null ? meant(where) : get("link", named);
    }

    /** The link of a number, or of the place. */
    NamedLink get(String where, String word) throws IOException {
        List<NamedLink> all = all();
        Optional<NamedLink> found =
                all.stream().filter(link -> link.word().equals(word)).findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        throw new UsageException(
                where, word, all.isEmpty() ? "a link; make one:  link add PORT delay 20ms" : "a link: " + listed(all));
    }

    /** The one a line means that names none: that of the place, or the only one. */
    NamedLink meant(String where) throws IOException {
        Optional<NamedLink> ofPlace = ofPlace();
        if (ofPlace.isPresent()) {
            return ofPlace.get();
        }
        List<NamedLink> all = relays();
        if (all.isEmpty()) {
            throw new UsageException(where + ": there is no link yet; make one:  link add PORT delay 20ms");
        }
        return only(where, all);
    }

    private static NamedLink only(String where, List<NamedLink> links) {
        if (links.size() > 1) {
            throw new UsageException(where + ": which link? (expected: one of " + listed(links) + ")");
        }
        return links.get(0);
    }

    /** Takes a link out and closes it; what it saw is kept for the ladder. */
    void end(LinkHost host) throws IOException {
        synchronized (this) {
            relays.values().remove(host);
        }
        session.disown(host);
        host.close();
        session.passed().end(seenBy(host));
    }

    private static Passed.Source seenBy(LinkHost host) {
        return host instanceof TcpRelay stream ? new PassedPieces(stream) : new PassedDatagrams(host);
    }

    private static String listed(List<NamedLink> links) {
        return String.join(" ", links.stream().map(NamedLink::word).toList());
    }
}
