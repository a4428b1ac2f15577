package org.sockrates.shell.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sockrates.shell.job.JobThread;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Family;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.HostText;
import org.sockrates.transport.text.NameLookup;
import org.sockrates.transport.text.NearestWord;

/**
 * How a host is read that was typed, and what is said of a word that is none.
 *
 * @param where the call, for messages
 * @param limit how long a name may be looked up
 */
record HostWords(String where, Session session, Duration limit) {
    /** {@link #named}, {@link #any} or {@link #one}. */
    interface Reading {
        InetAddress of(String text, Family usual) throws IOException;
    }

    /** An address, or that of a name. */
    InetAddress named(String text, Family usual) throws IOException {
        return HostText.parse(where, text, usual, this::lookUp);
    }

    private InetAddress[] lookUp(String name) throws IOException {
        refuseLookUp(name);
        NameLookup lookup = new NameLookup(limit);
        return JobThread.whileWaiting(lookup::end, () -> lookup.of(name));
    }

    /** Of a lab's word that may have been meant as a socket or a transport, it is not said that it is a host. */
    private void refuseLookUp(String name) throws UnknownHostException {
        if (Outside.isClosed(session)) {
            if (name.contains(".")) {
                throw Outside.looksUp(where, name);
            }
            throw new UnknownHostException("a lab looks no name up" + Outside.WAY_OUT);
        }
    }

    /** The same, or the wildcard, by its word. */
    InetAddress any(String text, Family usual) throws IOException {
        return text.equals("any") || text.equals("*") ? HostText.wildcard(usual) : named(text, usual);
    }

    /** One that can be asked. */
    InetAddress one(String text, Family usual) throws IOException {
        InetAddress host = any(text, usual);
        if (host.isAnyLocalAddress()) {
            throw new UsageException(where, text, "one host to ask: localhost");
        }
        return host;
    }

    /**
     * A word of one label stands where a transport or a socket may: whoever has misspelt one is told those there are.
     *
     * @param leftOut what was not found before it, {@code transport} or {@code socket}; empty where nothing was looked for
     */
    InetAddress read(Word word, Family usual, Reading reading, String leftOut) throws IOException {
        try {
            return reading.of(word.text(), usual);
        } catch (UnknownHostException unknown) {
            Optional<String> address = addressOf(word);
            if (address.isPresent()) {
                throw new UsageException(where, word.text(), address.get());
            }
            if (leftOut.isEmpty() || word.text().contains(".")) {
                throw unknown;
            }
            List<String> others = leftOut.equals("transport")
                    ? session.transports()
                    : session.sockets().all().stream().map(OpenSocket::word).toList();
            String expected = NearestWord.expected(word.text(), others);
            throw new UnknownHostException(
                    unknown.getMessage() + ", and no " + leftOut + " (expected: " + expected + ")");
        }
    }

    /** What reaches a socket, where somebody names it in place of its address. */
    Optional<String> addressOf(Word word) {
        return session.sockets()
                .meant(word)
                .map(OpenSocket::local)
                .map(local -> "the address of that socket, " + CallText.address(local));
    }
}
