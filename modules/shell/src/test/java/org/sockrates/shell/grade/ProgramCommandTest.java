package org.sockrates.shell.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;

/** A program that is graded and asks its user. */
class ProgramCommandTest {
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

    @TempDir
    private Path folder;

    @AutoClose
    private Typing typing;

    @BeforeEach
    void open() throws IOException {
        typing = Typing.in(folder);
    }

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
}
