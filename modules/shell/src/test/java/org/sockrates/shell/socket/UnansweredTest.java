package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

/** What is said of a connect nobody answered: who keeps silent, and why. */
class UnansweredTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Typing typing = new Typing();

    @AfterEach
    void close() {
        typing.close();
    }

    @Test
    void theBacklogIsFull() {
        typing.all("socket --as door", "bind 0", "listen . 1", "set timeout 300ms")
                .ends(0);
        typing.all("socket", "connect {door}", "socket", "connect {door}", "socket --as late")
                .ends(0);
        assertThat(typing.hint("connect late {door}"))
                .isEqualTo("no answer within 300ms: the backlog of door (3) is full, nobody accepts");
    }

    @Test
    void aBacklogWithRoomIsNotBlamed() throws IOException {
        typing.all("socket --as door", "bind 0", "listen door", "set timeout 300ms", "socket --as caller")
                .ends(0);
        InetAddress elsewhere = InetAddress.getByName("127.0.0.2");
        int port = typing.port("door");
        try (ServerSocket busy = new ServerSocket(port, 1, elsewhere);
                Socket one = new Socket(elsewhere, port);
                Socket two = new Socket(elsewhere, port)) {
            assertThat(typing.hint("connect caller 127.0.0.2 {door}"))
                    .isEqualTo("no answer within 300ms: the backlog of 127.0.0.2:" + port
                            + " seems full, 2 connections wait for accept");
            assertThat(busy.isBound() && one.isConnected() && two.isConnected()).isTrue();
        }
    }

    /** Of a door that is no socket of the session the kernel's table tells how many wait there. */
    @Test
    void theBacklogOfSomebodyElseIsFull() throws IOException {
        typing.opens("door", "server tcp 0 --backlog 1 --pause-after-listen 60s --quiet");
        int port = typing.port("door");
        try (Socket one = new Socket(HERE, port);
                Socket two = new Socket(HERE, port)) {
            assertThat(one.isConnected() && two.isConnected()).isTrue();
            typing.all("socket", "set timeout 50ms").ends(0);
            assertThat(typing.hint("connect {door}"))
                    .isEqualTo("no answer within 50ms: the backlog of 127.0.0.1:" + port
                            + " seems full, 2 connections wait for accept");
        }
    }
}
