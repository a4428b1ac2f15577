package org.sockrates.shell.spoil;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.sockrates.capture.PassedMessage;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.Relay;
import org.sockrates.link.Verdict;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.WholeText;

/** The links of one session, by number. */
final class Links {
    private static final int MOST = 99;

    private final TreeMap<Integer, Relay> relays = new TreeMap<>();

    /**
     * Takes in a link that runs.
     *
     * @return its number
     */
    synchronized int add(Session session, Relay relay) {
        int number = 1;
        while (relays.containsKey(number)) {
            number++;
        }
        relays.put(number, session.own(relay));
        session.passed().add(() -> relay.transport().equals("udp") ? messages(relay) : List.of());
        return number;
    }

    /** The numbers of all links. */
    synchronized List<Integer> numbers() {
        return new ArrayList<>(relays.keySet());
    }

    /** All links, by number. */
    synchronized List<Relay> all() {
        return new ArrayList<>(relays.values());
    }

    /** The link of a number. */
    synchronized Relay get(String where, String text) {
        Relay relay = text.matches("[0-9]{1,2}") ? relays.get(WholeText.parse(where, text, 0, MOST)) : null;
        if (relay == null) {
            String known = relays.isEmpty() ? "a link; make one:  link add PORT delay 20ms" : "a link: " + listed();
            throw new UsageException(where, text, known);
        }
        return relay;
    }

    synchronized Relay get(int number) {
        return get("link", Integer.toString(number));
    }

    /** Takes a link out; the caller closes it. */
    synchronized void remove(Relay relay) {
        relays.values().remove(relay);
    }

    private String listed() {
        return String.join(" ", relays.keySet().stream().map(String::valueOf).toList());
    }

    /** What a relay of datagrams saw, for the ladder; copies of one message are one message. */
    private static List<PassedMessage> messages(Relay relay) {
        List<PassedMessage> messages = new ArrayList<>();
        for (PassedPacket packet : relay.log()) {
            boolean lost = packet.verdict() == Verdict.DROPPED;
            int last = messages.size() - 1;
            boolean copy = last >= 0
                    && messages.get(last).number() == packet.number()
                    && messages.get(last).from().equals(packet.hop().from())
                    && messages.get(last).atNanos() == packet.timeNanos();
            List<Long> delivered = new ArrayList<>(copy ? messages.remove(last).deliveredNanos() : List.of());
            if (!lost) {
                delivered.add(packet.dueNanos());
            }
            messages.add(new PassedMessage(
                    packet.number(),
                    packet.timeNanos(),
                    packet.hop().from(),
                    packet.hop().entry(),
                    packet.hop().exit(),
                    packet.hop().to(),
                    packet.bytes(),
                    delivered.isEmpty() ? PassedMessage.Fate.LOST : PassedMessage.Fate.DELIVERED,
                    packet.rule(),
                    delivered));
        }
        return messages;
    }
}
