package org.sockrates.capture.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockrates.capture.analysis.Scenarios;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;

/** Calls whose packets come long before or behind them, and calls that nobody answers. */
final class LateStories {
    private LateStories() {}

    static Map<String, List<Ladder>> all() {
        Map<String, List<Ladder>> stories = new LinkedHashMap<>();
        stories.put("held-back", heldBack());
        stories.put("asked-for-late", askedForLate());
        stories.put("refused", refused());
        stories.put("given-up", givenUp());
        stories.put("given-up-from-any", givenUpFromAny());
        stories.put("rejected", rejected());
        stories.put("quenched", quenched());
        stories.put("given-up-data", givenUpData(true));
        stories.put("given-up-data-segments", givenUpData(false));
        stories.put("given-up-while-sending", givenUpWhileSending());
        stories.put("gone-before-shutdown", goneBeforeShutdown());
        stories.put("urgent", urgent());
        return stories;
    }

    /** The first is lost; the other two wait for its ACK (RFC 9293 §3.7.4), until a timer sends them together. */
    private static List<Ladder> heldBack() {
        Story story = new Story("tcp").door(3, 7).socket(4);
        story.at(9.9).connect(4, SegmentStories.CLIENT, 7);
        story.at(10.7).accept(3, 5, SegmentStories.CLIENT);
        story.at(19.9).send(4, "aa").at(21).send(4, "bb").at(22).send(4, "cc");
        story.at(230.4).recv(5, "aabbcc").since(12);
        return new SegmentStories().talk(10, 0.1, """
                0 > S 0 win 65535 mss 1460 sackOK
                0.2 < S. 0 ack 1 win 65535 mss 1460 sackOK
                0.2 > . 1 ack 1
                9.6 > P. 1:3 ack 1 # loss
                210 > P. 3:7 ack 1
                0.2 < . 1 ack 1 sack 3:7
                0.1 > P. 1:3 ack 1
                0.2 < . 1 ack 7
                """).ladders(story);
    }

    /** What has arrived waits for the calls that ask for it. */
    private static List<Ladder> askedForLate() {
        Story story = new Story("tcp").door(3, 7).socket(4);
        story.at(9.9).connect(4, SegmentStories.CLIENT, 7);
        story.at(500).accept(3, 5, SegmentStories.CLIENT);
        story.at(509.9).send(4, "hello");
        story.at(900).recv(5, "hello");
        return new SegmentStories().talk(10, 0.1, """
                0 > S 0 win 65535 mss 1460
                0.2 < S. 0 ack 1 win 65535 mss 1460
                0.2 > . 1 ack 1
                499.6 > P. 1:6 ack 1
                40.1 < . 1 ack 6
                """).ladders(story);
    }

    private static List<Ladder> refused() {
        Story story = new Story("tcp").socket(4).at(9.9).connectFails(4, 7, Errno.ECONNREFUSED);
        return new SegmentStories().talk(10, 20, Scenarios.text("refused")).ladders(story);
    }

    /** The answer comes when nobody waits for it any more, and is repeated: each is reset. */
    private static List<Ladder> givenUp() {
        Story story = new Story("tcp").socket(4).at(900).connectFails(4, 7, Errno.ETIMEDOUT);
        story.since(9.9);
        return new SegmentStories().talk(10, 600, """
                0 > S 0 win 65535 mss 1460
                600.2 < S. 0 ack 1 win 65535 mss 1460
                600.1 > R 1
                400 < S. 0 ack 1 win 65535 mss 1460
                600.1 > R 1
                """).ladders(story);
    }

    /** Its socket was bound to the wildcard, and never learnt at which address it was. */
    private static List<Ladder> givenUpFromAny() {
        Story story = new Story("tcp").socket(4).unbound(4).at(3010).connectFails(4, 7, Errno.ETIMEDOUT);
        story.since(9.9);
        return new SegmentStories().talk(10, 20, """
                0 > S 0 win 65535 mss 1460 # loss
                1000 > S 0 win 65535 mss 1460 # loss
                """).ladders(story);
    }

    /** A firewall on the way says so by ICMP, and Linux asks no more. */
    private static List<Ladder> rejected() {
        Story story = new Story("tcp").socket(4).at(10.3).connectFails(4, 7, Errno.EHOSTUNREACH);
        story.since(9.9);
        return new SegmentStories()
                .talk(10, 20, "0 > S 0 win 65535 mss 1460 # loss\n")
                .icmp(10.2, 3, 13)
                .ladders(story);
    }

    /** Linux does not heed a source quench (RFC 6633): it asks until it gives up. */
    private static List<Ladder> quenched() {
        Story story = new Story("tcp").socket(4).at(3010).connectFails(4, 7, Errno.ETIMEDOUT);
        story.since(9.9);
        return new SegmentStories().talk(10, 20, """
                0 > S 0 win 65535 mss 1460 # loss
                1000 > S 0 win 65535 mss 1460 # loss
                """).icmp(10.2, 4, 0).ladders(story);
    }

    /** What is sent again and again is lost each time; nothing but the call that waits is told when that ends. */
    private static List<Ladder> givenUpData(boolean calls) {
        Story story = asked().at(19.9)
                .send(4, "hi")
                .at(820)
                .fails(4, Call.RECV, Errno.ETIMEDOUT)
                .since(21)
                .at(900)
                .close(4);
        return unanswered().ladders(story, calls);
    }

    /** A shutdown finds that there is no connection any more, before who receives is told why. */
    private static List<Ladder> goneBeforeShutdown() {
        Story story = asked().at(19.9)
                .send(4, "hi")
                .at(820)
                .fails(4, Call.SHUTDOWN, Errno.ENOTCONN)
                .at(900)
                .fails(4, Call.RECV, Errno.ETIMEDOUT);
        return unanswered().ladders(story);
    }

    /** A send waits for room, and is told at its end. */
    private static List<Ladder> givenUpWhileSending() {
        Story story = asked().at(19.9).send(4, "hi");
        story.at(820).fails(4, Call.SEND, Errno.ETIMEDOUT).since(21);
        return unanswered().ladders(story);
    }

    private static Story asked() {
        return new Story("tcp").socket(4).at(9.9).connect(4, SegmentStories.CLIENT, 7);
    }

    private static SegmentStories unanswered() {
        return new SegmentStories().talk(10, 0.1, """
                0 > S 0 win 65535 mss 1460
                0.2 < S. 0 ack 1 win 65535 mss 1460
                0.2 > . 1 ack 1
                9.6 > P. 1:3 ack 1 # loss
                200 > P. 1:3 ack 1 # loss
                """);
    }

    /** The urgent byte has its number like any other, though no receive hands it out. */
    private static List<Ladder> urgent() {
        Story story = new Story("tcp").door(3, 7).socket(4);
        story.at(9.9).connect(4, SegmentStories.CLIENT, 7);
        story.at(10.7).accept(3, 5, SegmentStories.CLIENT);
        story.at(19.9).send(4, "a").at(29.9).sendUrgent(4, '!').at(39.9).send(4, "b");
        story.at(20.2).recv(5, "a").since(12);
        story.at(40.2).recv(5, "b").since(22);
        story.at(49.9).shutdown(4, Direction.OUT).at(50.2).end(5).since(42);
        return new SegmentStories().talk(10, 0.1, """
                0 > S 0 win 65535 mss 1460
                0.2 < S. 0 ack 1 win 65535 mss 1460
                0.2 > . 1 ack 1
                9.6 > P. 1:2 ack 1
                10 > P.U 2:3 ack 1
                10 > P. 3:4 ack 1
                10 > F. 4 ack 1
                """).ladders(story);
    }
}
