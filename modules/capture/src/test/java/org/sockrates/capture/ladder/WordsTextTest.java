package org.sockrates.capture.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.analysis.StateChange;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.capture.ladder.LadderRow.Alone;
import org.sockrates.capture.ladder.LadderRow.Arrow;
import org.sockrates.capture.ladder.LadderRow.Margin;
import org.sockrates.capture.ladder.LadderRow.Shape;
import org.sockrates.capture.ladder.LadderRow.Took;
import org.sockrates.capture.step.Stories;

/** A ladder for who hears it, or feels it. */
final class WordsTextTest {
    private static final LadderStyle WORDS = LadderStyle.USUAL.with(Drawing.WORDS);

    @Test
    void aRowIsASentenceOfWhatCrossedAndOfWhatEachEndDid() {
        assertThat(Stories.all().get("late").get().drawn(WORDS)).isEqualTo("""
                        udp from socket 4 to socket 3; 8 rows
                        socket 4 is at 127.0.0.1:40004
                        socket 3 is at 127.0.0.1:12345
                        0.0 ms: socket 3 calls socket()=3
                        0.0 ms: socket 3 calls bind(3)=0
                        0.0 ms: socket 4 calls socket()=4
                        1.0 ms: #1 "slow" leaves socket 4; socket 4 calls sendto(4,"slow")=4
                        20.0 ms: "direct" goes from socket 4 to socket 3; socket 4 calls
                          sendto(4,"direct")=6; socket 3 calls recvfrom(3,"direct")=6
                        51.0 ms: #1 delay 50ms arrives at socket 3; socket 3 calls recvfrom(3,"slow")=4
                        60.0 ms: #2 "calm" delay 50ms goes from socket 4 to socket 3 in 50.0 ms; socket
                          4 calls sendto(4,"calm")=4; socket 3 calls recvfrom(3,"calm")=4
                        120.0 ms: #3 "left" delay 50ms goes from socket 4 to socket 3 in 50.0 ms; socket
                          4 calls sendto(4,"left")=4; socket 3 calls recvfrom(3,"left")=4
                        """);
    }

    @Test
    void everyShapeHasItsWordsAndTheStatesTheirSource() {
        Margin knows = Margin.of("[0]", Optional.of(TimerMark.of(TimerMark.Deed.STARTS)));
        Margin went = new Margin(null, Optional.of(new StateChange(KernelState.UNCONN, KernelState.SYN_SENT)));
        List<LadderRow> rows = Stream.of(Shape.values())
                .<LadderRow>map(shape -> new Arrow(
                        0,
                        shape == Shape.UNSENT ? Side.RIGHT : Side.LEFT,
                        shape,
                        ArrowLabel.of(List.of("data 0", "d")),
                        shape == Shape.ENDED ? "drop" : "",
                        Took.NOTHING,
                        shape == Shape.LEAVING ? knows : Margin.NONE,
                        shape == Shape.ARRIVING ? went : Margin.NONE))
                .toList();
        Ladder ladder = new Ladder("rdt", new LadderEnd("a\u001b", ""), new LadderEnd("b", ""), rows);

        assertThat(ladder.render(WORDS.timeless()))
                .containsExactly(
                        "rdt from a\\x1b to b; 7 rows",
                        "data 0 goes from a\\x1b to b",
                        "data 0 leaves a\\x1b; a\\x1b waits for 0, timer on",
                        "data 0 arrives at b; b goes from CLOSED to SYN-SENT",
                        "data 0 leaves a\\x1b and gets no further, drop",
                        "data 0 leaves a\\x1b, no call was seen that took it",
                        "data 0 arrives at b, no call was seen that took it",
                        "data 0 arrives at a\\x1b, no call was seen that sent it",
                        "states are inferred from the segments seen",
                        "what an end waits for, wants, keeps and sets its timer for: as packets tell");
    }

    /** A socket's name stands in its sentence: of a server with two the one that made the call. */
    @Test
    void whoMadeACallNeedNotBeGuessed() {
        assertThat(Stories.all().get("two-actors").get().drawn(WORDS.timeless()))
                .isEqualTo("""
                        tcp from alice (3) to server 1 socket 4, listening 3; 6 rows
                        alice (3) is at 127.0.0.1:40004
                        server 1 socket 4, listening 3 is at 127.0.0.1:12345
                        server 1 socket 3 calls socket()=3
                        server 1 socket 3 calls bind(3)=0
                        server 1 socket 3 calls listen(3,5)=0
                        alice (3) calls socket()=3
                        connect goes from alice (3) to server 1 socket 4; alice (3) calls connect(3)=0;
                          server 1 socket 3 calls accept(3)=4
                        "hello" goes from alice (3) to server 1 socket 4; alice (3) calls
                          send(3,"hello")=5; server 1 socket 4 calls recv(4,"hello")=5
                        """);
    }

    @Test
    void bytesGoAndAByteGoes() {
        for (String[] each : new String[][] {
            {"byte 1", "byte 1 goes from a to b"},
            {"bytes 1-3", "bytes 1-3 go from a to b"},
            {"1 byte", "1 byte goes from a to b"},
            {"12 bytes", "12 bytes go from a to b"}
        }) {
            Arrow arrow = new Arrow(
                    0, Side.LEFT, Shape.WHOLE, ArrowLabel.of(each[0]), "", Took.NOTHING, Margin.NONE, Margin.NONE);
            Ladder ladder = new Ladder("tcp", new LadderEnd("a", ""), new LadderEnd("b", ""), List.of(arrow));
            assertThat(ladder.render(WORDS.timeless())).contains(each[1]);
        }
    }

    @Test
    void theMiddleIsLeftOutAndALongRowGoesOnIndented() {
        List<LadderRow> rows = Stream.of(1, 2, 3)
                .<LadderRow>map(at -> new Alone(
                        at, Side.LEFT, null, Optional.of(new StateChange(KernelState.UNCONN, KernelState.SYN_SENT))))
                .toList();
        String name = "alice-and-her-cat-and-her-other-cat-of-long-ago (4)";
        Ladder ladder = new Ladder("tcp", new LadderEnd(name, ""), new LadderEnd("bob", ""), rows);

        assertThat(ladder.render(WORDS.withMostRows(2).withWidth(60)))
                .containsSubsequence(
                        "0.0 ms: alice-and-her-cat-and-her-other-cat-of-long-ago (4)",
                        "  goes from CLOSED to SYN-SENT",
                        "1 row left out",
                        "0.0 ms: alice-and-her-cat-and-her-other-cat-of-long-ago (4)");
    }
}
