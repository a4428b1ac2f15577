package org.sockrates.capture.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.capture.step.Stories;
import org.sockrates.capture.step.Story;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.UsageException;

final class LadderTextTest {
    @Test
    void startsEachRowWithItsMilliseconds() {
        assertThat(Stories.all().get("late").get().drawn(LadderStyle.USUAL)).isEqualTo("""
                           ms socket 4                                            socket 3
                              127.0.0.1:40004                                     127.0.0.1:12345
                          0.0                      │                            │ socket()=3
                          0.0                      │                            │ bind(3)=0
                          0.0 socket()=4           │                            │
                          1.0 sendto(4,"slow")=4   ├── #1 "slow" ┄┄┄┄┄┄┄┄       │
                         20.0 sendto(4,"direct")=6 ├──────── "direct" ─────────▶│ recvfrom(3,"direct")=6
                         51.0                      │       ┄┄┄ #1 delay 50ms ──▶│ recvfrom(3,"slow")=4
                         60.0 sendto(4,"calm")=4   ├─────── #2 50.0 ms ────────▶│ recvfrom(3,"calm")=4
                        120.0 sendto(4,"left")=4   ├─────── #3 50.0 ms ────────▶│ recvfrom(3,"left")=4
                        """);
    }

    /** Nobody saw the bytes arrive: they may have lain there as long as nobody called. */
    @Test
    void whatACallTookLateWasNotThatLongOnItsWay() {
        Story story = new Story("tcp").door(3, 12345).socket(4).at(1).connect(4, 40004, 12345);
        story.at(801).accept(3, 5, 40004).at(810).send(4, "hi").at(1610.5).recv(5, "hi");
        story.at(1700).send(5, "HI").at(1700.2).recv(4, "HI");
        assertThat(story.drawn(LadderStyle.USUAL.withWidth(80))).isEqualTo("""
                           ms socket 4                                             socket 5, listening 3
                              127.0.0.1:40004                                      127.0.0.1:12345
                          0.0                 │                                  │ socket()=3
                          0.0                 │                                  │ bind(3)=0
                          0.0                 │                                  │ listen(3,5)=0
                          0.0 socket()=4      │                                  │
                          1.0 connect(4)=0    ├──── connect 800.0 ms later ─────▶│ accept(3)=5
                        810.0 send(4,"hi")=2  ├────── "hi" 800.5 ms later ──────▶│ recv(5,"hi")=2
                         1700 recv(4,"HI")=2  │◀────────────── "HI" ─────────────┤ send(5,"HI")=2
                        ... ms later: until a call took it, not on its way
                        """);
        assertThat(story.drawn(LadderStyle.USUAL.timeless())).doesNotContain("later");
    }

    /** Of another program nothing is seen but what it answered, and that was when the call returned. */
    @Test
    void whoWaitsForAStrangerStandsWhereHeHadItOrGaveUp() {
        Story story = new Story("tcp")
                .at(1)
                .socket(4)
                .connect(4, 40004, 12345)
                .send(4, "hi")
                .at(1500)
                .recv(4, "HI")
                .since(2)
                .at(2500)
                .fails(4, Call.RECV, Errno.EAGAIN)
                .since(1501)
                .close(4);
        assertThat(story.drawn(LadderStyle.USUAL.withWidth(72))).isEqualTo("""
                           ms socket 4                                           (not ours)
                              127.0.0.1:40004                                    127.0.0.1:12345
                          0.0 socket()=4        │                              │
                          0.0 connect(4)=0      ├── connect ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄?│
                          0.0 send(4,"hi")=2    ├── "hi" ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄?│
                         1499 recv(4,"HI")=2    │◀── "HI" ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄?│
                         2499 recv(4)=-1 EAGAIN │                              │
                         2499 close(4)=0        ├── close ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄?│
                        ? where an arrow ends: no call was seen that took it
                        ? where an arrow begins: no call was seen that sent it
                        """);
    }

    @Test
    void whatCanBeSaidWholeTakesOfTheWayThatIsLeftOut() {
        ArrowText arrows = new ArrowText(LadderStyle.USUAL, 25);
        assertThat(arrows.of(half(Shape.LEAVING, "end of stream"))).isEqualTo("├── end of stream ┄┄┄   │");
        assertThat(arrows.of(half(Shape.ARRIVING, "end of stream"))).isEqualTo("│   ┄┄ end of stream ──▶│");
        assertThat(arrows.of(half(Shape.LEAVING, "hello"))).isEqualTo("├── hello ┄┄┄┄┄┄┄┄┄     │");
        assertThat(arrows.of(half(Shape.LEAVING, "longer than all the way"))).isEqualTo("├── longer th... ┄┄     │");
    }

    private static LadderRow.Arrow half(Shape shape, String label) {
        return new LadderRow.Arrow(
                0, Side.LEFT, shape, ArrowLabel.of(label), "", LadderRow.Took.NOTHING, Margin.NONE, Margin.NONE);
    }

    @Test
    void drawsInAscii() {
        assertThat(Stories.helloUdp()
                        .drawn(LadderStyle.USUAL.timeless().with(Drawing.ASCII).withWidth(60)))
                .isEqualTo("""
                        socket 4                                 socket 3
                        127.0.0.1:40004                          127.0.0.1:12345
                                            |                  | socket()=3
                                            |                  | bind(3)=0
                        socket()=4          |                  |
                        sendto(4,"hello")=5 |---- "hello" ---->| recvfrom(3)=5
                        recvfrom(4)=5       |<---- "HELLO" ----| sendto(3,"HELLO")=5
                        close(4)=0          |                  |
                                            |                  | close(3)=0
                        """);
    }

    @Test
    void whoClosesADoorResetsThoseWhoWaitThere() {
        Story story = new Story("tcp").door(3, 7).socket(4).connect(4, 40_004, 7);
        story.close(3).fails(4, Call.RECV, Errno.ECONNRESET);

        assertThat(story.drawn())
                .containsPattern("recv\\(4\\)=-1 ECONNRESET │◀─+ reset ─+┤ close\\(3\\)=0")
                .doesNotContain("that sent it");
    }

    @Test
    void aDoorThatIsClosedLaterResetNobody() {
        Story story = new Story("tcp").door(3, 7).socket(4).connect(4, 40_004, 7);
        story.fails(4, Call.RECV, Errno.ECONNRESET).close(3);

        assertThat(story.drawn())
                .containsPattern("recv\\(4\\)=-1 ECONNRESET │◀─+ reset ┄*\\?│")
                .containsPattern("│ +│ close\\(3\\)=0");
    }

    @Test
    void whatAConnectedSocketMayNotSendElsewhereIsNoConversation() {
        Story story = new Story("udp").socket(3).bind(3, 12_345).socket(4).connect(4, 40_004, 12_345);
        story.send(4, "one").event(4, Call.SENDTO, new Failed(Errno.EISCONN, ""), Story.port(9), None.NONE);
        story.send(4, "two");

        assertThat(story.ladders()).hasSize(1);
        assertThat(story.drawn()).contains("\"one\"", "EISCONN", "\"two\"");
    }

    @Test
    void aStrangerWhoIsNotAnsweredInterrupts() {
        Story story = new Story("udp").socket(4).sendto(4, "hi", 9).recvfrom(4, "?", 5555);
        List<Ladder> heard = story.ladders();
        assertThat(heard).hasSize(2);
        assertThat(heard.get(1).interrupts(heard.subList(0, 1))).isTrue();
        assertThat(heard.get(0).interrupts(heard.subList(1, 2))).isFalse();
        List<Ladder> answered = story.sendto(4, "!", 5555).ladders();
        assertThat(answered.get(1).interrupts(answered.subList(0, 1))).isFalse();
    }

    @Test
    void whoIsOursIsNoStrangerThoughNobodyAnswersHim() {
        Story story = new Story("udp").socket(4).sendto(4, "hi", 9);
        List<Ladder> heard =
                story.socket(5).sendto(5, "?", 40_004).recvfrom(4, "?", 40_005).ladders();
        assertThat(heard).hasSize(2);
        assertThat(heard.get(1).interrupts(heard.subList(0, 1))).isFalse();
    }

    @Test
    void whoIsConnectedToItselfHasNoStrangerAtTheOtherEnd() {
        Story story = new Story("tcp").socket(4).bind(4, 7).connect(4, 7, 7).send(4, "to me");

        assertThat(story.drawn()).contains("(itself)").doesNotContain("(not ours)");
    }

    @Test
    void aSendThatHadNowhereToGoWasNotReset() {
        Story refused = new Story("tcp")
                .socket(4)
                .connectFails(4, 9, Errno.ECONNREFUSED)
                .fails(4, Call.SEND, Errno.EPIPE)
                .close(4);
        Story shut = Stories.tcp()
                .shutdown(4, Direction.OUT)
                .fails(4, Call.SEND, Errno.EPIPE)
                .close(5);

        assertThat(refused.drawn(LadderStyle.USUAL)).contains("EPIPE").doesNotContain("reset");
        assertThat(shut.drawn(LadderStyle.USUAL)).contains("EPIPE").doesNotContain("reset");
    }

    @Test
    void aSendOverALostConnectionWasReset() {
        Story lost = Stories.tcp().close(5).fails(4, Call.SEND, Errno.EPIPE);

        assertThat(lost.drawn(LadderStyle.USUAL)).contains("reset").contains("EPIPE");
    }

    @Test
    void leavesOutTheMiddleAndCountsIt() {
        Story story = new Story("udp").socket(3).bind(3, 12345).socket(4);
        for (int i = 0; i < 60; i++) {
            story.sendto(4, "n" + i, 12345).recvfrom(3, "n" + i, 40004);
        }

        List<String> lines =
                story.drawn(LadderStyle.USUAL.withMostRows(10)).lines().toList();

        assertThat(lines).hasSize(2 + 10 + 1).element(7).isEqualTo("… 53 rows left out");
        assertThat(lines.get(12)).contains("n59");
    }

    @Test
    void anOptionIsNamedHoweverLittleRoomThereIs() {
        SocketEvent sets =
                new Story("tcp").option(4, "SO_LINGER", "5").events().get(0).event();
        assertThat(CallMargin.of(sets, 27)).isEqualTo("setsockopt(4,SO_LINGER,5)=0");
        for (int width = 11; width < 27; width++) {
            assertThat(CallMargin.of(sets, width)).isEqualTo("SO_LINGER 5");
        }
    }

    @Test
    void refusesAStyleNobodyCanRead() {
        assertThatThrownBy(() -> LadderStyle.USUAL.withWidth(59))
                .isInstanceOf(UsageException.class)
                .hasMessage("ladder: width: \"59\" (expected: 60 columns or more)");
        assertThatThrownBy(() -> LadderStyle.USUAL.withMostRows(1)).isInstanceOf(UsageException.class);
    }

    @Test
    void hasNoLadderWhereNobodyTalked() {
        assertThat(new Story("tcp").door(3, 12345).ladders()).isEmpty();
    }

    @Test
    void knowsWhoseLadderItIs() {
        Ladder ladder = Stories.helloTcp().ladders().get(0);

        assertThat(ladder.involves("", 4)).isTrue();
        assertThat(ladder.involves("", 3)).isTrue();
        assertThat(ladder.involves("server 1", 3)).isFalse();
        assertThat(ladder.involves("", 7)).isFalse();
        assertThat(ladder.title()).isEqualTo("tcp alice (4) -> carol (5), door (3): 10 rows");
    }

    @Test
    void writesLongTimesInFiveColumns() {
        assertThat(List.of(0L, 99_999L, 999_949_999L, 1_000_000_000L, 99_999_999_999L, 100_000_000_000L))
                .extracting(LadderTime::text)
                .containsExactly("0.0", "0.0", "999.9", "1000", "99999", "100s");
    }

    @Test
    void aPortStaysWhereItsAddressHasNoRoom() {
        LadderEnd end = new LadderEnd("[2001:db8:1111:2222:3333:4444:5555:6666]:40004", "");
        Ladder ladder = new Ladder("udp", end, end, List.of());
        assertThat(ladder.render(LadderStyle.USUAL.withWidth(60)).get(0))
                .matches(" *ms \\[2001:[0-9a-f:]*\\.\\.\\.:40004 +\\[2001:[0-9a-f:]*\\.\\.\\.:40004")
                .hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void cutsNoEscapeInTwo() {
        assertThat(ShortText.fit("\"ab\\x1bcd\"", 9)).isEqualTo("\"ab\"...");
        assertThat(ShortText.fit("\"ab\\x1bcd\\n\"", 11)).isEqualTo("\"ab\\x1b\"...");
        assertThat(ShortText.fit("\"abcd\"", 4)).isEmpty();
        assertThat(ShortText.fit("abcdefgh", 5)).isEqualTo("ab...");
    }
}
