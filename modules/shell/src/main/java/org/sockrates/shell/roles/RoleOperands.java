package org.sockrates.shell.roles;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Family;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.HostText;
import org.sockrates.transport.text.PortText;

/** What stands behind a role's name: {@code [TRANSPORT] [HOST] PORT …}, read from left to right. */
final class RoleOperands {
    private final String where;
    private final Session session;
    private final ArrayDeque<Word> words;

    RoleOperands(String where, Session session, List<Word> words) {
        this.where = where;
        this.session = session;
        this.words = new ArrayDeque<>(words);
    }

    /** The transport named, or the one in use. */
    String transport() {
        Word first = words.peek();
        if (first == null || !session.transports().contains(first.text())) {
            return session.defaults().transport();
        }
        return words.remove().text();
    }

    /** Where a server binds: at the session's place when no host is named, {@code any} for every address of this machine. */
    InetSocketAddress own() throws IOException {
        InetAddress host = host(session.place()::here);
        return new InetSocketAddress(
                host, PortText.parseOwn(where, next("[HOST] PORT").text()));
    }

    /** Whom a client asks. */
    InetSocketAddress peer() throws IOException {
        Word first = words.peek();
        InetAddress host = host(session.place()::there);
        if (first != null && host.isAnyLocalAddress()) {
            throw new UsageException(where, first.text(), "one host to ask: localhost");
        }
        return new InetSocketAddress(
                host, PortText.parse(where, next("[HOST] PORT").text()));
    }

    /** Which address is meant where no host is named. */
    private interface Usual {
        InetAddress of(Family family) throws IOException;
    }

    private InetAddress host(Usual usual) throws IOException {
        Family family = session.defaults().family();
        String first = next("[HOST] PORT").text();
        if (first.matches("[0-9]+") || words.isEmpty()) {
            words.addFirst(Word.plain(first));
            return usual.of(family);
        }
        if (first.equals("any") || first.equals("*")) {
            return InetAddress.getByAddress(new byte[family == Family.AF_INET ? 4 : 16]);
        }
        @Nullable InetAddress literal = HostText.literal(where, first);
        return literal != null ? literal : HostText.parse(where, first, family);
    }

    /** What is left. */
    List<Word> rest() {
        List<Word> left = List.copyOf(words);
        words.clear();
        return left;
    }

    /** Refuses what is left. */
    void end() {
        if (!words.isEmpty()) {
            throw new UsageException(where, words.element().text(), "nothing more; see  help " + where);
        }
    }

    private Word next(String name) {
        Word word = words.poll();
        if (word == null) {
            throw new UsageException(where + ": nothing more (expected: " + name + "); see  help " + where);
        }
        return word;
    }
}
