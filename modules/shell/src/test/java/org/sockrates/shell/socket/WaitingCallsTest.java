package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;

/** Calls that wait for a peer: they freeze nothing, have a limit, and can be ended. */
class WaitingCallsTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Typing typing = new Typing();

    @AfterEach
    void close() {
        typing.close();
        assertThat(typing.session().jobs().all()).isEmpty();
    }

    private void sockets() {
        typing.all("socket --as door", "bind 0", "listen").ends(0);
        typing.all("socket udp --as letter", "bind 0").ends(0);
    }

    @ParameterizedTest
    @CsvSource({
        "accept door,      accept(3 <unfinished ...>",
        "recv letter,      recv(4 <unfinished ...>",
        "recvfrom letter,  recvfrom(4 <unfinished ...>",
    })
    void leavesACallThatWaitsToItself(String line, String shown) {
        sockets();
        typing.type(line, MOMENT).shows(shown).ends(0);
        assertThat(typing.type("jobs").first()).startsWith("[1] ");
        typing.type("stop 1").ends(0);
        assertThat(typing.hears("<\\.\\.\\. .* resumed>.*")).endsWith(") = -1 EINTR (Interrupted system call)");
        typing.hears("  ended by you; .* is as before");
    }

    @Test
    void saysWhatCameWhenItComes() {
        sockets();
        typing.type("recvfrom letter &").ends(0);
        typing.type("accept door &").ends(0);
        typing.all("socket udp --as writer", "sendto writer {letter} hi").ends(0);
        typing.all("socket --as guest", "connect guest {door}").ends(0);
        assertThat(typing.hears("<\\.\\.\\. recvfrom resumed>.*"))
                .isEqualTo("<... recvfrom resumed>, \"hi\", 65536, 0, 127.0.0.1:" + typing.port("writer") + ") = 2");
        assertThat(typing.hears("<\\.\\.\\. accept resumed>.*"))
                .startsWith("<... accept resumed>, 127.0.0.1:" + typing.port("guest") + ") = ");
    }

    @Test
    void endsAtItsLimit() {
        sockets();
        typing.type("set timeout 20ms").ends(0);
        typing.type("accept door").has("  nobody connected within 20ms").ends(124);
        typing.type("recv letter").has("  nothing came within 20ms").ends(124);
    }

    @Test
    void theLimitItIsToldOfIsThatItBeganWith() {
        typing.connectTcp();
        typing.all("send alice hi", "set timeout 300ms", "recv alice &", "recv bob 5 --waitall &", "accept door &")
                .ends(0);
        typing.all("set timeout 5s", "options alice TCP_NODELAY on").ends(0);
        typing.hears("  nothing came within 300ms; the other end is .*");
        typing.hears("  2 of 5 bytes: nothing more came within 300ms");
        typing.hears("  nobody connected within 300ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recv letter", "recvfrom letter", "recv letter &"})
    void oneCallAtATimeReceivesOnASocket(String second) {
        sockets();
        typing.type("recv letter &").ends(0);
        String word = second.split(" ", -1)[0];
        typing.type(second).refuses(word + ": letter (4): job 1 waits on this socket; let it end, or  stop 1");
    }

    @Test
    void whatHasNoAcceptSaysSoWhileItReceives() {
        sockets();
        typing.type("recv letter &").ends(0);
        assertThat(typing.type("accept letter").first()).contains("EOPNOTSUPP");
    }

    @Test
    void whileOneCallReceivesAnotherMaySend() {
        sockets();
        typing.type("recv letter &").ends(0);
        typing.type("sendto letter {letter} self").ends(0);
        typing.hears("<\\.\\.\\. recv resumed>, \"self\", .*");
    }

    @Test
    void theSocketIsAsBeforeWhenItsCallWasEnded() {
        sockets();
        typing.type("accept door &").ends(0);
        Job waiting = typing.session().jobs().all().get(0);
        waiting.cancel();
        assertThat(waiting.await(Duration.ofSeconds(10))).isTrue();
        assertThat(waiting.status()).isEqualTo(130);
        typing.all("socket --as guest", "connect guest {door}").ends(0);
        typing.type("accept door").shows("accept(3, 127.0.0.1:{guest}) = 6");
    }

    @Test
    void jsonOfALeftCallComesAtItsEndAsOneLine() {
        sockets();
        typing.type("recv letter --json &").ends(0);
        typing.type("sendto letter {letter} hi").ends(0);
        assertThat(typing.hears("\\{.*\"call\":\"recv\".*}")).contains("\"result\":2");
    }

    @Test
    void closingTheSessionEndsThemAll() {
        sockets();
        typing.type("accept door &").ends(0);
        typing.type("recv letter &").ends(0);
        typing.close();
        assertThat(typing.news()).filteredOn(line -> line.contains("resumed")).hasSize(2);
    }
}
