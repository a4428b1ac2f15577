package org.sockrates.shell.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

/** A stream that gives a byte now and then, to whom waits for all of it. */
class SlowAnswerTest {
    private static final String ANSWER = "abcdefg";

    private final Typing typing = new Typing();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final Socket peer = new Socket();

    @BeforeEach
    void connect() throws IOException {
        typing.all("socket --as door", "bind 0", "listen").ends(0);
        peer.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), typing.port("door")));
        peer.setTcpNoDelay(true);
        typing.type("accept door --as bob").ends(0);
    }

    @AfterEach
    void close() throws IOException {
        ticks.shutdownNow();
        peer.close();
        typing.close();
    }

    /** The letters in turn, over and over. */
    private void sendAByteEach(long millis) {
        AtomicInteger next = new AtomicInteger();
        ticks.scheduleAtFixedRate(
                () -> {
                    try {
                        peer.getOutputStream().write(ANSWER.charAt(next.getAndIncrement() % ANSWER.length()));
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                },
                0,
                millis,
                TimeUnit.MILLISECONDS);
    }

    @Test
    void isRightHoweverLongItTakesInAll() {
        typing.type("set timeout 1s").ends(0);
        sendAByteEach(250);
        typing.type("recv bob 7 --waitall --expect " + ANSWER)
                .shows("recv(4, \"abcdefg\", 7, MSG_WAITALL) = 7, as in \"abcdefg\"")
                .ends(0);
    }

    @Test
    void endsAllTheSame() {
        typing.type("set timeout 250ms").ends(0);
        sendAByteEach(25);
        typing.type("recv bob 10000 --waitall")
                .matches(
                        "recv\\(4, \"abcdefg.*, 10000, MSG_WAITALL\\) = \\d+",
                        " {2}\\d+ of 10000 bytes: the rest did not come within 2.5s")
                .ends(0);
    }
}
