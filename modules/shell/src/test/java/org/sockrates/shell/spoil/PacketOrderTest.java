package org.sockrates.shell.spoil;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

/** Orders about single packets, typed at a link between two UDP sockets; alice sends through it to bob. */
class PacketOrderTest {
    @AutoClose
    private final Typing typing = new Typing();

    private String relay = "";

    @BeforeEach
    void putLinkBetween() {
        typing.all("use udp", "socket --as alice", "socket --as bob", "bind bob 0")
                .ends(0);
        String line = typing.type("link add {bob}").ends(0).first();
        relay = line.replaceAll(".* 127\\.0\\.0\\.1:(\\d+) ->.*", "$1");
    }

    private void send(String... messages) {
        for (String message : messages) {
            typing.type("sendto alice localhost " + relay + " " + message).ends(0);
        }
    }

    private void bobHears(String message) {
        typing.type("recvfrom bob").matches("recvfrom\\(4, \"" + message + "\".*");
    }

    @Test
    void dropsTheNextPacketAndNoOther() {
        typing.type("link drop next").shows("link 1: ordered: drop next");
        send("one", "two");
        bobHears("two");
        typing.type("link log").matches(" +time .*", ".* dropped: drop next", ".* passed *");
        typing.type("link show").has("  in 2, duplicated 0, out 1, dropped 1, inside 0; corrupted 0, reordered 0");
    }

    @Test
    void dropsTheThirdDataPacketFromNowOn() {
        send("one");
        bobHears("one");
        typing.type("link drop 3rd data").ends(0);
        send("two", "three", "four", "five");
        bobHears("two");
        bobHears("three");
        bobHears("five");
    }

    @Test
    void duplicatesTheNext() {
        typing.type("link duplicate 1 next").shows("link 1: ordered: duplicate next");
        send("twice", "once");
        bobHears("twice");
        bobHears("twice");
        bobHears("once");
    }

    @Test
    void corruptsTheNext() {
        typing.type("link corrupt next").ends(0);
        send("ab");
        bobHears("ac"); // the lowest bit of its last byte
    }

    @Test
    void delaysTheNextSoThatTheOneBehindOvertakesIt() {
        typing.type("link delay next 300ms").shows("link 1: ordered: delay next 300ms");
        send("slow", "quick");
        bobHears("quick");
        bobHears("slow");
    }

    @Test
    void anOrderForOneWayLeavesTheOtherAlone() {
        typing.type("link downstream drop next").shows("link 1: ordered: downstream drop next");
        send("request");
        bobHears("request");
        typing.type("link show").has("  ordered: downstream drop next");
    }

    @Test
    void ordersThatWaitAreShownAndForgotten() {
        typing.all("link drop 2nd data", "link delay next ack 20ms").ends(0);
        typing.type("link show").has("  ordered: drop 2nd data, delay next ack 20ms");
        assertThat(typing.type("link show --json").lines().get(0))
                .contains("\"orders\":[\"drop 2nd data\",\"delay next ack 20ms\"]");
        typing.type("link forget").shows("link 1: nothing is ordered");
        assertThat(typing.type("link show").lines()).noneMatch(line -> line.contains("ordered"));
    }

    @Test
    void stepsLetGoOnePacketAtATime() {
        typing.type("link pause").shows("link 1: paused");
        send("one", "two", "three", "four");
        typing.type("link step").shows("link 1: one more may pass");
        bobHears("one");
        typing.type("link step 2").shows("link 1: 2 more may pass");
        bobHears("two");
        bobHears("three");
        typing.type("link step 1 1").shows("link 1: one more may pass");
        bobHears("four");
        typing.type("link resume").shows("link 1: goes on");
        typing.type("link step").refuses("link: step: the link is not paused (expected: pause first)");
    }

    @Test
    void aNumberAloneEndsTheLink() {
        typing.type("link drop 1").matches("link 1: udp .*");
        typing.type("link show").shows("no link is up; make one:  link add PORT delay 20ms");
    }

    @Test
    void aNumberBeforeAnOrderIsTheLinkItIsFor() {
        typing.type("link add {bob}").matches("link 2: .*", "  clients .*");
        typing.type("link drop 2 next data").shows("link 2: ordered: drop next data");
        typing.type("link drop next data").refuses("link: drop: which link? (expected: one of 1 2)");
        typing.type("link step 3").refuses("link: step: which link? (expected: one of 1 2)");
        typing.type("link use loss 5%").refuses("link: use: which link? (expected: one of 1 2)");
        typing.type("link drop 7 next").refuses("link: \"7\" (expected: a link: 1 2)");
    }

    @Test
    void aLineThatIsNoOrderIsToldWhatIsMissing() {
        typing.type("link drop")
                .refuses("link: drop: too few words (expected: next, or which one: 3rd; or the number of a link, to end"
                        + " it)");
        typing.type("link delay").refuses("link: delay: too few words (expected: next, or which one: 3rd)");
        typing.type("link delay 20ms")
                .refuses(
                        "link: delay: \"20ms\" (expected: next, or which one: 3rd); for one to come:  link delay next 20ms");
        typing.type("link drop 1 data 1-")
                .refuses(
                        "link: drop: \"data\" (expected: next, or which one: 3rd); as a rule:  link use 1 drop data 1-");
        typing.type("link upstream drop data 1-")
                .refuses("link: drop: \"data\" (expected: next, or which one: 3rd); as a rule:  link use upstream drop"
                        + " data 1-");
        typing.type("link drop 5%")
                .refuses("link: drop: \"5%\" (expected: next, or which one: 3rd); for every packet:  link use loss …");
        typing.type("link drop ack")
                .refuses(
                        "link: drop: \"ack\" (expected: next, or which one: 3rd); for one to come:  link drop next ack");
        typing.type("link upstream delay 1 data 20ms")
                .refuses("link: delay: \"data\" (expected: next, or which one: 3rd); for one to come:  link upstream"
                        + " delay 1 next data 20ms");
        typing.type("link drop next daat").refuses("order: \"daat\" (expected: data?)");
        typing.type("link upstream dorp next").refuses("link: upstream: \"dorp\" (expected: drop?)");
        typing.type("link drop 2st").refuses("order: drop: \"2st\" (expected: 2nd)");
        typing.type("link step 0").refuses("link: step: \"0\" (expected: a whole number from 1 to 1000000)");
    }

    @Test
    void aNumberThatIsNoLinkMayMeanWhichPacket() {
        typing.type("link drop 2 data")
                .refuses(
                        "link: drop: \"2\" (expected: a link, next, or which one: 3rd); for that one:  link drop 2nd data");
        typing.type("link upstream delay 11 data 20ms")
                .refuses("link: delay: \"11\" (expected: a link, next, or which one: 3rd); for that one:  link upstream"
                        + " delay 11th data 20ms");
        typing.type("link upstream delay 11th data 20ms").ends(0);
    }

    @Test
    void aStreamHasNoPacketsToChooseFrom() {
        typing.all("link drop 1", "link add tcp {bob}").ends(0);
        typing.type("link drop next data")
                .refuses("link: drop next data on tcp over relay: a stream has no packets to choose from;"
                        + " use the path wire");
        typing.all("link pause").ends(0);
        typing.type("link step")
                .refuses("link: step on tcp over relay: a stream has no packets to choose from; use the path wire");
    }

    @Test
    void withoutALinkAnOrderSaysHowToMakeOne() {
        typing.type("link drop *").ends(0);
        typing.type("link drop next")
                .fails(
                        "link: drop: there is no link yet (expected: one to order); of datagrams:  link add udp PORT,"
                                + " of segments:  path wire",
                        5);
    }
}
