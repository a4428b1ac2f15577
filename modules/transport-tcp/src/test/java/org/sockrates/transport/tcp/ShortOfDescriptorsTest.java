package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Child;

/** A process that has no descriptor left: a server's in the middle of accepting, and one that opens sockets only. */
@Timeout(ShortOfDescriptorsTest.LIMIT_SECONDS)
class ShortOfDescriptorsTest {
    static final int LIMIT_SECONDS = 60;
    private static final int DESCRIPTORS = 64;
    private static final String SHORTAGE = ") = -1 EMFILE (Too many open files)";

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ITERATIVE")
    void keepsServingTriesSeldomAndResumes(ServerStyle style) throws Exception {
        assumeTrue(style != ServerStyle.VIRTUAL || Runtime.version().feature() >= 21, "no virtual threads here");
        List<Socket> clients = new ArrayList<>();
        try (EchoingServer server = new EchoingServer(style, 60_000, DESCRIPTORS, "64m")) {
            for (int i = 0; i < DESCRIPTORS; i++) {
                clients.add(server.connect());
            }
            Bench.until(() -> server.errors().contains(SHORTAGE));
            int served = server.counts().openSockets() - 1;
            assertThat(served).isBetween(1, DESCRIPTORS - 1);
            for (int i = 0; i < served; i++) {
                assertThat(EchoingServer.ask(clients.get(i), "still served")).isEqualTo("still served");
            }
            for (int i = 0; i < served; i++) {
                clients.get(i).close();
            }
            for (int i = served; i < DESCRIPTORS; i++) {
                assertThat(EchoingServer.ask(clients.get(i), "at last")).isEqualTo("at last");
                clients.get(i).close();
            }
            assertThat(server.counts().peers()).isEqualTo(DESCRIPTORS);
            assertThat(server.end()).isZero();
            assertThat(server.errors().lines().filter(line -> line.endsWith(SHORTAGE)))
                    .as("once a second, and whenever a peer has gone")
                    .hasSizeLessThan(LIMIT_SECONDS + DESCRIPTORS);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void whoNeverClosedASocketBeforeCanCloseOne() throws Exception {
        try (Child full = Child.java(DESCRIPTORS, List.of(), FullProcess.class)) {
            assertThat(full.line()).isEqualTo("EMFILE");
            assertThat(full.line()).isEqualTo("closed");
            assertThat(full.end()).isZero();
        }
    }

    /** Java's first close takes two for good; where they are not to be had, nothing could be closed ever after. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2"})
    void whoHasNoRoomForAFirstCloseMakesNoSocketYet(String left) throws Exception {
        try (Child narrow = Child.java(DESCRIPTORS, List.of(), LittleRoom.class, left)) {
            assertThat(narrow.line()).isEqualTo("EMFILE");
            assertThat(narrow.line()).isEqualTo("closed");
            assertThat(narrow.end()).isZero();
        }
    }
}
