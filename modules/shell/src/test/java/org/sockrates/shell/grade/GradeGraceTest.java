package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.shell.Shown;
import org.sockrates.shell.WithFolder;

/** A client may take its time to begin, whatever the lab's own limits are. */
class GradeGraceTest extends WithFolder {
    private static final String HANDED_IN = GradeCommandTest.JAVA.replace("\"", "");
    private static final String DOOR = """
            tcp> socket --as door
            ...
            tcp> bind door localhost 0
            ...
              the system chose port {PORT}
            LINK
            tcp> listen door
            ...
            tcp> set timeout 100ms
            """;
    private static final String LINK = """
            tcp> link add tcp {door} delay 10ms
            link 1: tcp 127.0.0.1:{port} -> * (glob)
            ...""";
    private static final String ACCEPT = """
            # points: 1
            tcp> accept door --as bob
            accept(3, 127.0.0.1:{_:int}) = {_:int} (bob)
            """;

    private Shown grade(String options, String session, String shell) throws IOException {
        Files.writeString(folder.resolve("my.lab"), "---\nprogram: client\n---\n" + session);
        return typing.type("grade my.lab " + options + " -- /bin/sh -c \"" + shell + "\"");
    }

    private Shown late(String session, String what) throws IOException {
        return grade("--start-limit 50s", session, "sleep 1; exec " + HANDED_IN + what + " {host} {port}");
    }

    private static String door(String port, String link) {
        return DOOR.replace("PORT", port).replace("LINK\n", link.isEmpty() ? "" : link + "\n");
    }

    @Test
    void aCallThatWaitsForItIsOneCall() throws IOException {
        String journal = """
                tcp> journal
                ...
                * listen(3, 5) = 0 (glob)
                * accept(3, 127.0.0.1:{_:int}) = 4* (glob)
                """;
        late(door("port", "") + ACCEPT + journal, "connect")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void aHintTellsHowLongItWasAwaited() throws IOException {
        List<String> lines = grade("--start-limit 2s", door("port", "") + ACCEPT, "exec sleep 60 # {port}")
                .ends(1)
                .lines();
        assertThat(String.join("\n", lines)).containsPattern("nobody connected within (1\\.[0-9]s|[2-9]00ms|2s)");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoHasEndedIsNotAwaited() throws IOException {
        grade("--start-limit 5min", door("port", "") + ACCEPT, "sleep 0.3; : {port}; exit 3")
                .has("      +   nobody connected within 100ms")
                .ends(1);
    }

    @Test
    void theLabsTimeDoesNotRunMeanwhile() throws IOException {
        Files.writeString(
                folder.resolve("short.lab"), "---\nprogram: client\nlimit: 900ms\n---\n" + door("port", "") + ACCEPT);
        typing.type("grade short.lab --start-limit 50s -- /bin/sh -c \"sleep 2; exec " + HANDED_IN
                        + "connect {host} {port}\"")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void itIsAwaitedBehindALink() throws IOException {
        late(door("door", LINK) + ACCEPT, "connect")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void aDatagramOfItIsAwaitedBehindALink() throws IOException {
        String session = """
                udp> socket --as door
                ...
                udp> bind door localhost 0
                ...
                  the system chose port {door}
                udp> link add {door} delay 10ms
                link 1: udp 127.0.0.1:{port} -> * (glob)
                ...
                udp> set timeout 100ms
                # points: 1
                udp> recvfrom door
                recvfrom(3, "one", 65536, 0, 127.0.0.1:{_:int}) = 3
                """;
        late("tcp> use udp\n" + session, "ask")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void itDoesNotBeginWhileTheDoorBehindALinkIsShut() throws IOException {
        String later = LINK + """

                tcp> socket udp --as clock
                ...
                udp> bind clock localhost 0
                ...
                udp> set timeout 2s
                udp> recvfrom clock
                ...
                [124]
                udp> use tcp""";
        grade("", door("door", later) + ACCEPT, HANDED_IN + "connect {host} {port}")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }
}
