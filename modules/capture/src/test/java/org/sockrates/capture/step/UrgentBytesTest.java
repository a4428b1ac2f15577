package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;

/** What Linux's tcp_check_urg makes of urgent bytes; each order was tried with plain sockets on Linux 6.18. */
final class UrgentBytesTest {
    @Test
    void anOptionIsSwitchedOnAndOffInAnyLetters() {
        Story off = Stories.tcp().option(5, "SO_OOBINLINE", "on").option(5, "so_oobinline", "OFF");
        off.sendUrgent(4, '!').send(4, "cd").recv(5, "cd");
        Story on = Stories.tcp().option(5, "so_oobinline", "ON");
        on.sendUrgent(4, '!').send(4, "cd").recv(5, "!cd");

        assertThat(off.drawn()).contains("── \"cd\" ─").doesNotContain("byte");
        assertThat(on.drawn()).contains("byte 1").contains("bytes 1-3");
    }

    @Test
    void anUrgentByteIsLeftOutOrNotAsItsReceiverHadItWhenItCameByIt() {
        Story story = Stories.tcp().send(4, "abc").sendUrgent(4, '!').send(4, "def");
        story.recv(5, "abc").recv(5, "def").option(5, "SO_OOBINLINE", "on");
        story.sendUrgent(4, '?').recv(5, "?");

        assertThat(story.drawn())
                .containsPattern("send\\(4,\"def\"\\)=3 +├── bytes 4-6 ")
                .containsPattern("bytes 4-6 ──▶│ recv\\(5,\"def\"\\)=3")
                .containsPattern("├─+ \"\\?\" ─+▶│ recv\\(5,\"\\?\"\\)=1");
    }

    @Test
    void anOlderOneThatNobodyStandsAtIsAByteLikeAnyOther() {
        Story story = Stories.tcp().send(4, "abc").sendUrgent(4, '!').send(4, "def");
        story.recv(5, "ab").sendUrgent(4, '?').send(4, "g");

        assertThat(story.recv(5, "c!def").recv(5, "g").drawn())
                .containsPattern("send\\(4,\"!\",MSG_OOB\\)=1 ├── byte 4 ")
                .containsPattern("bytes 3-7 ──▶│ recv\\(5,\"c!def\"\\)=5")
                .containsPattern("byte 8 ──▶│ recv\\(5,\"g\"\\)=1");
    }

    @Test
    void anOlderOneThatTheReaderStandsAtIsLeftOutToo() {
        Story story = Stories.tcp().send(4, "abc").sendUrgent(4, '!').recv(5, "abc");
        story.sendUrgent(4, '?').send(4, "def").recv(5, "def");
        Story more =
                Stories.tcp().send(4, "abc").sendUrgent(4, '!').send(4, "def").recv(5, "abc");
        more.sendUrgent(4, '?').send(4, "g").recv(5, "def").recv(5, "g");

        assertThat(story.drawn())
                .containsPattern("bytes 1-3 ──▶│ recv\\(5,\"abc\"\\)=3")
                .containsPattern("├─+ \"def\" ─+▶│ recv\\(5,\"def\"\\)=3")
                .doesNotContain("byte 4");
        assertThat(more.drawn())
                .containsPattern("├── bytes 4-6 ")
                .containsPattern("├── byte 7 ")
                .containsPattern("byte 7 ──▶│ recv\\(5,\"g\"\\)=1")
                .doesNotContain("no call was seen");
    }

    @Test
    void ofThreeInARowAtTheReaderAllAreLeftOut() {
        Story story = Stories.tcp()
                .sendUrgent(4, '1')
                .sendUrgent(4, '2')
                .sendUrgent(4, '3')
                .send(4, "x");

        assertThat(story.recv(5, "x").drawn()).containsPattern("├─+ \"x\" ─+▶│ recv\\(5,\"x\"\\)=1");
    }

    @Test
    void theFirstBytesOfAConnectionAreNoException() {
        Story story =
                Stories.tcp().sendUrgent(4, '1').send(4, "a").sendUrgent(4, '2').send(4, "b");
        Story read = Stories.tcp().sendUrgent(4, '!').send(4, "ab").recv(5, "a");
        read.sendUrgent(4, '?').send(4, "x").recv(5, "b").recv(5, "x");

        assertThat(story.recv(5, "a").recv(5, "b").drawn())
                .containsPattern("byte 1 ──▶│ recv\\(5,\"a\"\\)=1")
                .containsPattern("byte 2 ──▶│ recv\\(5,\"b\"\\)=1");
        assertThat(read.drawn())
                .containsPattern("├── bytes 1-2 ")
                .containsPattern("byte 2 ──▶│ recv\\(5,\"b\"\\)=1")
                .containsPattern("byte 3 ──▶│ recv\\(5,\"x\"\\)=1");
    }

    @Test
    void whoReceivedInVainHasComeByIt() {
        Story story = Stories.tcp().sendUrgent(4, '!').fails(5, Call.RECV, Errno.EAGAIN);
        story.option(5, "SO_OOBINLINE", "on").sendUrgent(4, '?').send(4, "x").recv(5, "?x");

        assertThat(story.drawn())
                .containsPattern("├── byte 1 ")
                .containsPattern("bytes 1-2 ──▶│ recv\\(5,\"\\?x\"\\)=2")
                .doesNotContain("no call was seen");
    }

    @Test
    void oneThatTheReaderStandsAtInLineIsAByteLikeAnyOther() {
        Story story =
                Stories.tcp().option(5, "SO_OOBINLINE", "on").send(4, "abc").sendUrgent(4, '!');
        story.recv(5, "abc").sendUrgent(4, '?').option(5, "SO_OOBINLINE", "off").recv(5, "!");

        assertThat(story.send(4, "x").recv(5, "x").drawn())
                .containsPattern("├── byte 4 ")
                .containsPattern("byte 4 ──▶│ recv\\(5,\"!\"\\)=1")
                .containsPattern("├─+ \"x\" ─+▶│ recv\\(5,\"x\"\\)=1");
    }

    @Test
    void aCloseBehindOneThatWasLeftOutEndsTheStream() {
        Story story = Stories.tcp().send(4, "abc").sendUrgent(4, '!').recv(5, "abc");
        story.sendUrgent(4, '?').send(4, "def").recv(5, "def").close(5);

        assertThat(story.drawn()).contains("end of stream").doesNotContain("reset");
    }

    @Test
    void aCloseInFrontOfOneResets() {
        Story story =
                Stories.tcp().send(4, "abc").sendUrgent(4, '!').recv(5, "abc").close(5);

        assertThat(story.drawn()).contains("reset").doesNotContain("end of stream");
        story.sendUrgent(4, '?');
        assertThat(story.drawn()).contains("reset").doesNotContain("end of stream");
    }
}
