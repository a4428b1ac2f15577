package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** The lab that judges your client, with one that reads lines, and with ones that are not as good. */
@Execution(ExecutionMode.CONCURRENT)
final class YourClientsTest extends OwnMachine {
    private static final String CLIENT = "41";

    private static final String READS_LINES = """
            import socket, sys, time
            server = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
            answers = server.makefile("r")
            while True:
                server.sendall((input("your sentence? ") + "\\n").encode())
                answer = answers.readline()
                if not answer.endswith("\\n"):
                    sys.exit("the server has gone")
                print(answer, end="")
            """;

    @TempDir
    private Path handedIn;

    private HandedIn programs;

    @BeforeEach
    void set() {
        assumeTrue(Tools.find("python3").isPresent(), "no python3 here");
        programs = new HandedIn(handedIn, sockrates);
    }

    @Test
    void ofClientsWhoeverReadsLinesPassesHoweverSlowly() throws IOException, InterruptedException {
        String asks = "server.sendall((input(\"your sentence? \") + \"\\n\").encode())";
        String bytes =
                HandedIn.without(READS_LINES, asks, "for letter in input() + \"\\n\": server.sendall(letter.encode())");
        String slow = HandedIn.without(
                READS_LINES, asks, "line = input() + \"\\n\"; time.sleep(1.3); server.sendall(line.encode())");

        Ended ended = programs.grade(CLIENT, Map.of("1-good", READS_LINES, "2-bytes", bytes, "3-slow", slow));

        assertThat(ended.status()).as("%s", ended).isZero();
        assertThat(ended.out())
                .endsWith(
                        "1-good     10 of 10       1 of 1",
                        "2-bytes    10 of 10       1 of 1",
                        "3-slow     10 of 10       1 of 1");
    }

    @Test
    void ofClientsWhoeverTakesAnythingElseForAnAnswerIsFoundOut() throws IOException, InterruptedException {
        String answer = "answers.readline()";
        String once = HandedIn.without(READS_LINES, answer, "server.recv(1024).decode()");
        String twice = HandedIn.without(READS_LINES, answer, "(server.recv(99) + server.recv(99)).decode()");
        String blind = HandedIn.without(READS_LINES, "sys.exit", "print");
        String again = HandedIn.without(
                READS_LINES,
                "    answer =",
                "    len(server.recv(99, socket.MSG_PEEK)) == 15 and server.sendall(b'world\\n')\n    answer =");

        Ended ended = programs.grade(
                CLIENT,
                Map.of(
                        "1-once", once,
                        "2-twice", twice,
                        "3-blind", blind,
                        "4-again", again));

        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(ended.out())
                .endsWith(
                        "1-once     2 of 10       0 of 1",
                        "2-twice    6 of 10       0 of 1",
                        "3-blind    8 of 10       0 of 1",
                        "4-again    8 of 10       0 of 1");
    }

    @Test
    void ofClientsWhoeverHasNoAnswerIsFoundOut() throws IOException, InterruptedException {
        String upper = """
                import os, socket, sys, threading
                server = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
                def watch():
                    while server.recv(100):
                        pass
                    os._exit(1)
                threading.Thread(target=watch).start()
                for line in sys.stdin:
                    server.sendall(line.encode())
                    print(line.upper(), end="")
                """;
        String prepared = """
                import socket, sys
                server = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
                mine = server.getsockname()[1]
                for line, answer in zip(sys.stdin, ("your number is %d" % mine, "it is still %d, and will be" % mine)):
                    server.sendall(line.encode())
                    print(answer, flush=True)
                server.sendall(b"bye\\n")
                sys.exit(1)
                """;
        String nothing = HandedIn.without(READS_LINES, "while True:", "while time.sleep(60) is None:");

        Ended ended = programs.grade(CLIENT, Map.of("1-upper", upper, "2-nothing", nothing, "3-prepared", prepared));

        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(ended.out())
                .endsWith(
                        "1-upper    5 of 10       0 of 1",
                        "2-nothing  1 of 10       0 of 1",
                        "3-prepared 5 of 10       0 of 1");
    }
}
