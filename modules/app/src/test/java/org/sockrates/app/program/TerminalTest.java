package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.app.process.NeedsWire;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** The shell in a terminal of 24 lines and 80 columns, as a person has it before them; Python plays the person. */
@Execution(ExecutionMode.CONCURRENT)
class TerminalTest extends OwnMachine {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    /** Starts a program in a terminal; waits for a text, types another, and so on to its end; its status is ours. */
    private static final String PERSON = """
            import fcntl, os, pty, select, struct, sys, termios, time
            program, script = sys.argv[1], sys.argv[2:]
            child, terminal = pty.fork()
            if child == 0:
                time.sleep(0.2)
                os.execv(program, [program])
            fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))
            seen, position, deadline = b'', 0, time.time() + 50
            while time.time() < deadline:
                if select.select([terminal], [], [], 0.1)[0]:
                    try:
                        piece = os.read(terminal, 65536)
                    except OSError:
                        break
                    if not piece:
                        break
                    seen += piece
                    sys.stdout.buffer.write(piece)
                if script:
                    at = seen.find(script[0].encode(), position)
                    if at >= 0:
                        position = at + len(script[0].encode())
                        os.write(terminal, script[1].encode())
                        script = script[2:]
            else:
                print('PERSON: waited in vain for', script[:1])
                os.kill(child, 9)
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            """;

    @Test
    void ctrlDWithSocketsOpenClosesThemAndSaysSo() throws IOException, InterruptedException {
        Ended ended = person("tcp> ", "socket --as door\r", "= 3 (door)", "", "tcp> ", CTRL_D, "closing door (3)", "");
        assertThat(ended.status()).as("%s", ended).isZero();
    }

    @Test
    void aPasteOfSeveralLinesIsSeveralCommands() throws IOException, InterruptedException {
        Ended ended = person(
                "tcp> ",
                "\u001b[200~socket --as a\nsocket --as b\u001b[201~\r",
                "= 3 (a)",
                "",
                "= 4 (b)",
                "",
                "tcp> ",
                "exit\r",
                "closing a (3), b (4)",
                "");
        assertThat(ended.status()).as("%s", ended).isZero();
    }

    @Test
    void ctrlCEndsACallThatWaitsAndNothingElse() throws IOException, InterruptedException {
        Ended ended = person(
                "tcp> ",
                "socket udp --as u\r",
                "= 3 (u)",
                "",
                "tcp> ",
                "bind u 0\r",
                "= 0",
                "",
                "tcp> ",
                "recv u\r",
                "recv(3 <unfinished ...>",
                "",
                "tcp> ",
                "\r",
                "tcp> ",
                CTRL_C,
                "EINTR",
                "",
                "tcp> ",
                "close u\r",
                "close(3) = 0",
                "",
                "tcp> ",
                "exit\r");
        assertThat(ended.status()).as("%s", ended).isZero();
    }

    @Test
    void hostileBytesStayTextOnTheScreen() throws IOException, InterruptedException {
        Ended ended = person(
                "tcp> ",
                "socket udp --as u\r",
                "= 3 (u)",
                "",
                "tcp> ",
                "sendto u localhost 9 \"\\x1b]0;owned\\x07\\x1b[2J\"\r",
                "sendto(3, \"\\x1b]0;owned\\x07\\x1b[2J\"",
                "",
                "tcp> ",
                "exit\r");
        assertThat(ended.out()).noneMatch(line -> line.contains("\u001b]0;") || line.contains("\u001b[2J"));
    }

    @Test
    void aLadderIsDrawnInCharactersThatCanBeCopied() throws IOException, InterruptedException {
        Ended ended = person(
                "tcp> ",
                "socket udp --as u\r",
                "= 3 (u)",
                "",
                "tcp> ",
                "sendto u localhost 9 hello\r",
                "= 5",
                "",
                "tcp> ",
                "ladder\r",
                "│",
                "",
                "tcp> ",
                "exit\r");
        assertThat(ended.out()).as("the terminal's own set of lines").noneMatch(line -> line.contains("\u001b(0"));
    }

    @Test
    @NeedsWire
    void aLabAboutPacketsTakesThePersonOntoTheWire() throws IOException, InterruptedException {
        Ended ended = person(
                "tcp> ",
                "lab start 21\r",
                "On the wire",
                "",
                "the handshake",
                "",
                "tcp> ",
                "lab next\r",
                "= 3 (door)",
                "",
                "tcp> ",
                "exit\r");
        assertThat(ended.status()).as("%s", ended).isZero();
        assertThat(ended.out())
                .as("greeted once")
                .filteredOn(line -> line.contains("ask your sockets"))
                .hasSize(1);
    }

    private Ended person(String... script) throws IOException, InterruptedException {
        assumeThat(Tools.find("python3")).as("python3").isPresent();
        sockrates.variable("TERM", "xterm");
        List<String> words = new ArrayList<>(
                List.of("python3", "-c", PERSON, Sockrates.launcher().toString()));
        words.addAll(List.of(script));
        if (words.size() % 2 != 0) {
            words.add("");
        }
        Ended ended =
                Started.start(sockrates.command(words), folder.resolve("said")).ended();
        assertThat(ended.out()).noneMatch(line -> line.contains("PERSON:"));
        return ended;
    }
}
