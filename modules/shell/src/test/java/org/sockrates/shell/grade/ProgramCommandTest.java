package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sockrates.shell.Shown;
import org.sockrates.shell.WithFolder;

/** A program that is graded and asks its user. */
class ProgramCommandTest extends WithFolder {
    private static final String TYPED = """
            ---
            transport: udp
            program: client
            ---
            udp> program type "too early\\n"
            program: not started: its port is not known yet; typed nothing
            [1]
            udp> server 0 --echo --quiet
            server udp 127.0.0.1:{port}: echo (job 1)
            udp> program type "hello, world\\n"
            program: running; typed 13 bytes
            udp> program
            (eventually 5s)
            program: running
              your sentence? hello, world
            udp> program type bye --end
            program: running; typed 3 bytes and the end
            udp> program wait
            program: ended with status 0
              your sentence? hello, world
              bye
            udp> program type more
            program: ended with status 0; typed nothing
            [1]
            """;

    private Shown grade(String lab) throws IOException {
        Files.writeString(folder.resolve("a.lab"), lab);
        return typing.type("grade a.lab -- " + GradeCommandTest.JAVA + "ask-what-is-typed {host} {port}");
    }

    @Test
    void aLabTypesForAProgramThatReadsItsKeyboard() throws IOException {
        grade(TYPED).has("1 of 1 labs passed, 1 of 1 points").ends(0);
    }

    @Test
    void whoWaitsTypesNothingMoreAndWhatReadsToTheEndEnds() throws IOException {
        grade("""
                ---
                transport: udp
                program: client
                ---
                udp> server 0 --echo --quiet
                server udp 127.0.0.1:{port}: echo (job 1)
                udp> program wait
                program: ended with status 0
                  your sentence?
                """).has("1 of 1 labs passed, 1 of 1 points").ends(0);
    }

    private static final String DOOR = """
            ---
            transport: tcp
            program: client
            ---
            tcp> socket --as door
            ...
            tcp> bind door localhost 0
            ...
              the system chose port {port}
            """;

    /** As long as any client takes to begin. */
    private static final String DAWDLES = """
            tcp> set timeout 700ms
            tcp> socket udp --as mailbox
            ...
            tcp> bind mailbox localhost 0
            ...
            tcp> recvfrom mailbox
            ...
            [124]
            """;

    private static final String LISTENS = """
            tcp> listen door
            ...
            """;

    private static final String ACCEPTS = """
            tcp> accept door --as bob
            accept(3, {_}:{_}) = 4 (bob)
            tcp> recv bob 4 --waitall
            recv(4, "ping", 4, MSG_WAITALL) = 4
            """;

    /** However quick it is: it tells whether somebody listened when it began, and asks nobody. */
    private Shown gradeWatcher(String lab) throws IOException {
        Files.writeString(folder.resolve("a.lab"), lab);
        String listens = "grep -q 0100007F:$(printf %04X {port}).*:0000.0A /proc/net/tcp && echo yes || echo no";
        return typing.type("grade a.lab -- /bin/sh -c '" + listens + "'");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aClientBeginsWhenSomebodyListensAtItsPort() throws IOException {
        String shows = "tcp> program wait\nprogram: ended with status 0\n  ";
        gradeWatcher(DOOR + DAWDLES + LISTENS + "tcp> accept door\n...\n[124]\n" + shows + "yes\n")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
        gradeWatcher(DOOR + shows + "no\n")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void aClientIsThereForWhoeverAcceptsInTheSameLine() throws IOException {
        Files.writeString(folder.resolve("a.sock"), "listen door\naccept door --as bob\n");
        Files.writeString(
                folder.resolve("a.lab"),
                DOOR + "tcp> source a.sock\n...\ntcp> recv bob 4 --waitall\nrecv(4, \"ping\", 4, MSG_WAITALL) = 4\n");
        typing.type("grade a.lab -- " + GradeCommandTest.JAVA + "connect {host} {port}")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void aLabWhereNobodyListensIsToBlameItself() throws IOException {
        Files.writeString(folder.resolve("a.lab"), DOOR + ACCEPTS);
        List<String> lines = typing.type("grade a.lab -- " + GradeCommandTest.JAVA + "connect {host} {port}")
                .ends(4)
                .lines();
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .contains("the lab's own fault: nobody listened at {port}, and the program was not started");
    }

    @Test
    void aLineThatCannotBeMeantIsTheLabsButForWhatAProgramMayHaveDone() throws IOException {
        String program = GradeCommandTest.JAVA + "connect {host} {port}";
        String misspelt = DOOR + LISTENS + ACCEPTS.replace("recv bob", "recv bbo");
        Files.writeString(folder.resolve("a.lab"), misspelt);
        List<String> lines = typing.type("grade a.lab -- " + program).ends(4).lines();
        assertThat(String.join(" ", lines)).contains("AT FAULT").contains("the lab's own fault: line 14 cannot be");
        Files.writeString(folder.resolve("a.lab"), misspelt.replace("tcp> accept", "tcp> status &\n...\ntcp> accept"));
        typing.type("grade a.lab -- " + program).ends(1);
        Files.writeString(folder.resolve("a.sock"), "recv bbo\n");
        Files.writeString(folder.resolve("a.lab"), DOOR + LISTENS + "tcp> source a.sock\n");
        typing.type("grade a.lab -- " + program).ends(1);
        Files.writeString(folder.resolve("a.lab"), DOOR + LISTENS + "tcp> ladder --nth 2\nrow\n");
        typing.type("grade a.lab -- /bin/sh -c \": {port}\"").ends(1);
    }

    private Shown gradeSlowly(String limit, String lab) throws IOException {
        Files.writeString(folder.resolve("a.lab"), lab);
        String late = "sleep 1; exec " + GradeCommandTest.JAVA.replace("\"", "") + "connect {host} {port}";
        return typing.type("grade a.lab --start-limit " + limit + " -- /bin/sh -c '" + late + "'");
    }

    @Test
    void aClientMayTakeAsLongToBeginAsAServerMay() throws IOException {
        String lab = DOOR + LISTENS + "tcp> set timeout 200ms\n" + ACCEPTS;
        gradeSlowly("20s", lab).has("1 of 1 labs passed, 1 of 1 points").ends(0);
        gradeSlowly("100ms", lab).ends(1);
    }

    @Test
    void whoWasMetIsWaitedForNoLongerThanTheLabSays() throws IOException {
        String silent = "tcp> recv bob\n...\n  nothing came within 200ms* (glob)\n[124]\n";
        gradeSlowly("20s", DOOR + LISTENS + "tcp> set timeout 200ms\n" + ACCEPTS + silent)
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
    }

    @Test
    void whoWaitsElsewhereWaitsForNoClient() throws IOException {
        String pause = "tcp> socket udp --as clock\n...\ntcp> bind clock localhost 0\n...\ntcp> set timeout 200ms\n"
                + "tcp> recvfrom clock\n...\n[124]\n";
        Files.writeString(folder.resolve("a.lab"), DOOR + LISTENS + pause);
        assertThat(typing.type("grade a.lab --start-limit 60s -- /bin/sh -c \"sleep 30; : {port}\"")
                        .toString())
                .containsPattern("passed .* [0-4]\\.[0-9]+ s");
    }
}
