package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;

/** A connection that is lost: what ends it, and what does not leave any more. */
class LostLadderTest {
    private static Story stranger() {
        return new Story("tcp").socket(4).connect(4, 40_004, 7).send(4, "hi");
    }

    static Stream<Errno> given() {
        return Stream.of(Errno.values())
                .filter(Errno::endsTheUnanswered)
                .filter(errno -> errno != Errno.EOPNOTSUPP); // of a send it is no sign of that
    }

    static Stream<Errno> lost() {
        return Stream.concat(Stream.of(Errno.ECONNRESET), given());
    }

    @ParameterizedTest
    @MethodSource("lost")
    void whoWasToldOfItEndsNothing(Errno told) {
        Story reads = stranger().fails(4, Call.RECV, told).close(4);
        Story shuts = stranger().fails(4, Call.SEND, told).shutdown(4, Direction.OUT);

        assertThat(reads.drawn()).contains("close(4)=0").doesNotContain("end of stream", "close ┄");
        assertThat(shuts.drawn()).contains("shutdown(4,SHUT_WR)=0").doesNotContain("end of stream");
    }

    @ParameterizedTest
    @MethodSource("given")
    void whoseSystemGaveItUpHearsNeitherAnEndNorAReset(Errno told) {
        Story ends = stranger().fails(4, Call.RECV, told).end(4);
        Story sends = stranger().fails(4, Call.SEND, told).fails(4, Call.SEND, Errno.EPIPE);

        assertThat(ends.drawn()).contains("recv(4)=0").doesNotContain("end of stream");
        assertThat(sends.drawn()).contains("send(4)=-1 EPIPE").doesNotContain("reset");
    }

    @Test
    void aShutdownThatFailsTellsOfItToo() {
        Story story = stranger().fails(4, Call.SHUTDOWN, Errno.ENOTCONN).close(4);

        assertThat(story.drawn()).contains("close(4)=0").doesNotContain("end of stream", "close ┄");
    }

    /** Unread data would make it a reset (RFC 2525 §2.17), and nobody saw what a stranger sent. */
    @Test
    void aCloseToAStrangerIsAnEndOfStreamOnlyWhereItsOwnWasRead() {
        assertThat(stranger().close(4).drawn()).contains("├── close ┄").doesNotContain("end of stream");
        assertThat(stranger().recv(4, "HI").close(4).drawn())
                .contains("├── close ┄")
                .doesNotContain("end of stream");
        assertThat(stranger().end(4).close(4).drawn())
                .contains("├── end of stream ┄")
                .doesNotContain("close ┄");
        assertThat(stranger().shutdown(4, Direction.OUT).close(4).drawn()).contains("├── end of stream ┄");
        assertThat(stranger().abort(4).drawn()).contains("├── reset ┄");
    }

    @Test
    void whatEndedBeforeHadLeft() {
        Story story = stranger().shutdown(4, Direction.OUT).fails(4, Call.RECV, Errno.ETIMEDOUT);

        assertThat(story.close(4).drawn()).containsPattern("shutdown\\(4,SHUT_WR\\)=0 +├── end of stream");
    }

    @Test
    void whoClosesWhileAnotherCallWaitsHadNotBeenTold() {
        Story story = stranger()
                .at(5)
                .close(4)
                .at(6)
                .fails(4, Call.RECV, Errno.ETIMEDOUT)
                .since(2);

        assertThat(story.drawn()).containsPattern("close\\(4\\)=0 +├── close ┄");
    }

    /** One end gave up; its system answers what the other sends later with a reset, long before it is closed. */
    @Test
    void theOtherEndIsResetByTheSystemAndNotByAClose() {
        Story story = Stories.tcp().send(4, "hi").fails(4, Call.RECV, Errno.ETIMEDOUT);
        story.send(5, "there?").fails(5, Call.RECV, Errno.ECONNRESET).close(4);

        assertThat(story.drawn())
                .containsPattern("\\n +├─+ reset ─+▶│ recv\\(5\\)=-1 ECONNRESET\\nclose\\(4\\)=0 +│ +│\\n")
                .doesNotContain("end of stream");
    }

    /** So it is where the one that gave up had ended its output before. */
    @Test
    void whoGaveUpBehindItsFinResetsNothingByItsCloseEither() {
        Story story = Stories.tcp().shutdown(4, Direction.OUT).fails(4, Call.RECV, Errno.ETIMEDOUT);
        story.send(5, "there?").close(4).fails(5, Call.RECV, Errno.ECONNRESET);

        assertThat(story.drawn()).containsPattern("\\n +├── reset ┄+ +│\\nclose\\(4\\)=0 +│ ");
    }

    @Test
    void whoAsksAgainAndIsHeardEndsThatConnection() {
        Story story = new Story("tcp").socket(4).connectFails(4, 7, Errno.ETIMEDOUT);

        assertThat(story.connect(4, 40_004, 7).close(4).drawn()).containsPattern("close\\(4\\)=0 +├── close ┄");
    }

    @Test
    void whoWasNotHeardEndsNothing() {
        Story story = new Story("tcp").connectFails(4, 7, Errno.ETIMEDOUT).close(4);

        assertThat(story.drawn()).contains("close(4)=0").doesNotContain("end of stream", "close ┄");
    }

    @Test
    void whoWasResetHasNothingToEnd() {
        Story told = Stories.tcp().fails(4, Call.RECV, Errno.ECONNRESET).close(4);
        Story broken = Stories.tcp().fails(4, Call.SEND, Errno.EPIPE).shutdown(4, Direction.OUT);
        Story before = Stories.tcp().shutdown(4, Direction.OUT).fails(4, Call.RECV, Errno.ECONNRESET);

        assertThat(told.drawn()).contains("close(4)=0").doesNotContain("end of stream");
        assertThat(broken.drawn()).doesNotContain("end of stream");
        assertThat(before.close(4).drawn()).containsPattern("shutdown\\(4,.*├── end of stream");
    }

    @Test
    void aConnectThatOnlyThoseOutsideCanHaveFailedHadLeft() {
        for (Errno outside : List.of(Errno.ENOPROTOOPT, Errno.EHOSTDOWN, Errno.ENONET, Errno.EPROTO)) {
            assertThat(new Story("tcp").socket(4).connectFails(4, 7, outside).drawn())
                    .contains("├── connect ");
        }
        assertThat(new Story("tcp")
                        .socket(4)
                        .connectFails(4, 7, Errno.ENETUNREACH)
                        .drawn())
                .doesNotContain("├── connect");
    }
}
