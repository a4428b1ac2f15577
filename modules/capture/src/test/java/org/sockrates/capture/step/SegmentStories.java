package org.sockrates.capture.step;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.capture.analysis.Scenarios;
import org.sockrates.capture.analysis.Talk;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.capture.traffic.SeenTraffic;

/** Conversations with their packets, and what the link did to them. Both ends are sockets of one host, as on the wire. */
final class SegmentStories {
    private static final double MILLI = 1_000_000;
    static final int CLIENT = 40_004;
    private static final String HELLO = """
            0 > S 0 win 65535 mss 1460
            20.2 < S. 0 ack 1 win 65535 mss 1460
            20.2 > . 1 ack 1
            9.6 > P. 1:6 ack 1
            20.2 < . 1 ack 6
            14.8 < P. 1:6 ack 6
            20.2 > . 6 ack 6
            4.8 > F. 6 ack 6
            20.2 < . 6 ack 7
            9.8 < F. 6 ack 7
            20.2 > . 7 ack 7
            """;

    private final List<SeenPacket> packets = new ArrayList<>();

    SegmentStories() {}

    static Map<String, List<Ladder>> all() {
        Map<String, List<Ladder>> stories = new LinkedHashMap<>();
        stories.put("hello", hello());
        stories.put("third-lost", thirdLost());
        stories.putAll(LateStories.all());
        stories.put("fin-behind-a-gap", finBehindAGap());
        stories.put("fin-before-data-and-fin", finBeforeDataAndFin());
        stories.put("reordered-and-twice", reorderedAndTwice());
        stories.put("waiting-and-damaged", waitingAndDamaged());
        for (String name : List.of(
                "fast-retransmit-sack",
                "out-of-order",
                "zero-window",
                "simultaneous-close",
                "lost-fin",
                "from-the-middle")) {
            stories.put("captured-" + name, captured(name));
        }
        stories.put("datagrams", datagrams());
        stories.put("datagrams-and-calls", datagramsAndCalls());
        return stories;
    }

    static List<Ladder> hello() {
        return hello(true);
    }

    /** The same, with or without its calls. */
    static List<Ladder> hello(boolean calls) {
        Story story = new Story("tcp").door(3, 7).socket(4).named(4, "alice");
        story.at(9.9).connect(4, CLIENT, 7);
        story.at(50.3).accept(3, 5, CLIENT);
        story.at(59.9).send(4, "hello");
        story.at(70).recv(5, "hello").since(51);
        story.at(94.9).send(5, "HELLO");
        story.at(115.3).recv(4, "HELLO").since(61);
        story.at(119.9).close(4);
        story.at(140.2).end(5).since(95.5);
        story.at(149.9).close(5).close(3);
        return new SegmentStories().talk(10, 20, HELLO).ladders(story, calls);
    }

    private static List<Ladder> thirdLost() {
        Story story = new Story("tcp").door(3, 7).socket(4);
        story.at(9.9).connect(4, CLIENT, 7);
        story.at(50.3).accept(3, 5, CLIENT);
        for (int i = 0; i < 6; i++) {
            story.at(59.9 + i).sendBytes(4, Story.quote("x".repeat(20)) + "...", 1_000);
        }
        story.at(80.4).recv(5, "x".repeat(2_000)).since(51);
        story.at(130).recv(5, "x".repeat(4_000)).since(81);
        return new SegmentStories().talk(10, 20, """
                0 > S 0 win 65535 mss 1460 sackOK
                20.2 < S. 0 ack 1 win 65535 mss 1460 sackOK
                20.2 > . 1 ack 1
                9.6 > P. 1:1001 ack 1
                1 > P. 1001:2001 ack 1
                1 > P. 2001:3001 ack 1 # loss
                1 > P. 3001:4001 ack 1
                1 > P. 4001:5001 ack 1
                1 > P. 5001:6001 ack 1
                15.2 < . 1 ack 1001
                1 < . 1 ack 2001
                2 < . 1 ack 2001 sack 3001:4001
                1 < . 1 ack 2001 sack 3001:5001
                1 < . 1 ack 2001 sack 3001:6001
                20.1 > P. 2001:3001 ack 1
                20.1 < . 1 ack 6001
                """).ladders(story);
    }

    /** Both ends close, one before it has all that the other sent: it cannot acknowledge the FIN that has arrived. */
    private static List<Ladder> finBehindAGap() {
        return new SegmentStories().talk(10, 20, """
                0 > P. 1:4 ack 1
                20.2 < . 1 ack 4
                29.8 > P. 4:7 ack 1 # loss
                1 > F. 7 ack 1
                20.2 < . 1 ack 4 sack 7:8
                50 < F. 1 ack 4 sack 7:8
                130 > P. 4:7 ack 2
                20.2 < . 2 ack 8
                """).ladders(new Story("tcp"));
    }

    /** Seen a moment before the other end sent its last, which was on its way to be sent already. */
    private static List<Ladder> finBeforeDataAndFin() {
        return new SegmentStories().talk(10, 20, """
                0 > P. 1:4 ack 1
                20.2 < . 1 ack 4
                29.8 > F. 4 ack 1
                20.1 < P. 1:4 ack 4
                0.1 < F. 4 ack 4
                20.2 > . 5 ack 5
                0.2 < . 5 ack 5
                """).ladders(new Story("tcp"));
    }

    private static List<Ladder> reorderedAndTwice() {
        SegmentStories seen = new SegmentStories().talk(10, 20, """
                0 > P. 1:21 ack 1
                1 > P. 21:41 ack 1
                1 > P. 41:61 ack 1
                50 < . 1 ack 61
                """);
        seen.arrives(0, "delay 30ms", 62);
        seen.arrives(1, "duplicate", 31, 31.2);
        return seen.ladders(new Story("tcp"));
    }

    private static List<Ladder> waitingAndDamaged() {
        SegmentStories seen = new SegmentStories().talk(10, 20, """
                0 > P. 1:21 ack 1
                220 > P. 1:21 ack 1
                20.1 < . 1 ack 21
                """);
        SeenPacket first = seen.packets.get(0);
        seen.packets.set(
                0,
                new SeenPacket(
                        1, first.sentNanos(), first.arrivedNanos(), Fate.DELIVERED, true, "corrupt", first.packet()));
        SeenPacket last = seen.packets.get(2);
        seen.packets.set(2, new SeenPacket(3, last.sentNanos(), List.of(), Fate.QUEUED, false, "", last.packet()));
        return seen.ladders(new Story("tcp"));
    }

    /** From a file, made at one place, by somebody else. */
    static List<Ladder> captured(String scenario) {
        return captured(scenario, false);
    }

    static List<Ladder> captured(String scenario, boolean six) {
        List<SeenPacket> packets = new ArrayList<>();
        for (Packet packet : Talk.packets(Scenarios.text(scenario), six, CLIENT, 0)) {
            packets.add(SeenPacket.once(packets.size() + 1, packet.timeNanos(), Decoded.of(packet)));
        }
        return Ladders.all(SeenTraffic.atOnePlace(packets), Patience.ENDLESS);
    }

    private static List<Ladder> datagrams() {
        Crafted there = Crafted.from("10.77.0.1", CLIENT, "10.77.0.2", 9).payload(5);
        byte[] quoted = there.udp().array();
        List<Decoded> decoded = List.of(
                Crafted.decoded(there.udp()),
                Crafted.decoded(Crafted.from("10.77.0.2", 0, "10.77.0.1", 0).icmp(3, 3, quoted)),
                Crafted.decoded(Crafted.from("10.77.0.1", 0, "10.77.0.2", 0).icmp(8, 0, new byte[8])));
        List<SeenPacket> packets = new ArrayList<>();
        decoded.forEach(each -> packets.add(SeenPacket.once(packets.size(), packets.size() * 1_000_000L, each)));
        return Ladders.all(new SeenTraffic(packets), Patience.ENDLESS);
    }

    /** The sender has no address of its own, only its packets have. One arrives twice, one is lost, one is damaged. */
    private static List<Ladder> datagramsAndCalls() {
        Story story = new Story("udp").socket(3).bind(3, 9).socket(4).unbound(4);
        SegmentStories seen = new SegmentStories();
        story.at(10)
                .sendto(4, "hello", 9)
                .at(30)
                .recvfrom(3, "hello", CLIENT)
                .at(31)
                .recvfrom(3, "hello", CLIENT);
        seen.datagram(10.1, 5, Fate.DELIVERED, false, "duplicate next", 20.1, 20.2);
        story.at(40).sendto(4, "lost", 9);
        seen.datagram(40.1, 4, Fate.LOST, false, "drop next data");
        story.at(50).sendto(4, "bad", 9);
        seen.datagram(50.1, 3, Fate.DELIVERED, true, "corrupt next", 60.1);
        story.at(70).sendto(4, "three", 9).at(90).recvfrom(3, "three", CLIENT);
        seen.datagram(70.1, 5, Fate.DELIVERED, false, "", 80.1);
        return seen.ladders(story);
    }

    private void datagram(double millis, int bytes, Fate fate, boolean damaged, String rule, double... arrived) {
        Crafted there = Crafted.from("10.77.0.1", CLIENT, "10.77.0.2", 9).payload(bytes);
        Decoded packet = Crafted.decoded(there.udp());
        List<Long> arrivals =
                Arrays.stream(arrived).mapToObj(each -> (long) (each * MILLI)).toList();
        packets.add(new SeenPacket(packets.size(), (long) (millis * MILLI), arrivals, fate, damaged, rule, packet));
    }

    /** Lines as {@link Talk} reads them; one that ends in {@code # loss} is lost. */
    SegmentStories talk(double beginMillis, double delayMillis, String lines) {
        List<String> told = lines.lines().filter(line -> !line.startsWith("#")).toList();
        List<Packet> talk = Talk.packets(lines, false, CLIENT, (long) (beginMillis * MILLI));
        for (int i = 0; i < talk.size(); i++) {
            boolean lost = told.get(i).endsWith("# loss");
            long sent = talk.get(i).timeNanos();
            List<Long> arrived = lost ? List.of() : List.of(sent + (long) (delayMillis * MILLI));
            Fate fate = lost ? Fate.LOST : Fate.DELIVERED;
            packets.add(new SeenPacket(
                    i + 1, sent, arrived, fate, false, lost ? "drop 3rd data" : "", Decoded.of(talk.get(i))));
        }
        return this;
    }

    /** A router says something by ICMP of what the client sent. */
    SegmentStories icmp(double millis, int type, int code) {
        byte[] quoted = Crafted.from("10.77.0.1", CLIENT, "10.77.0.2", 7).tcp().array();
        ByteBuffer error = Crafted.from("10.77.0.2", 0, "10.77.0.1", 0).icmp(type, code, quoted);
        long nanos = (long) (millis * MILLI);
        packets.add(SeenPacket.once(packets.size() + 1, nanos, Crafted.decoded(error)));
        return this;
    }

    private void arrives(int index, String rule, double... millis) {
        List<Long> arrived = new ArrayList<>();
        for (double each : millis) {
            arrived.add((long) (each * MILLI));
        }
        SeenPacket was = packets.get(index);
        packets.set(
                index, new SeenPacket(was.number(), was.sentNanos(), arrived, was.fate(), false, rule, was.packet()));
    }

    List<Ladder> ladders(Story story) {
        return ladders(story, true);
    }

    List<Ladder> ladders(Story story, boolean calls) {
        Map<InetAddress, InetAddress> mirrored =
                Map.of(host("10.77.0.1"), host("127.0.0.1"), host("10.77.0.2"), host("127.0.0.1"));
        SocketNames names = (actor, socket) -> socket == 4 ? Optional.of("alice") : Optional.empty();
        return Ladders.all(
                story.events(), List.of(), new SeenTraffic(packets, mirrored), names, calls, Patience.ENDLESS);
    }

    private static InetAddress host(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
