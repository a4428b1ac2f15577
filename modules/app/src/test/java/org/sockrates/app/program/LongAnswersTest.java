package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** Programs whose answers are longer than what a call shows of them: every byte counts. */
@Execution(ExecutionMode.CONCURRENT)
final class LongAnswersTest extends OwnMachine {
    private static final String SERVER = """
            import socket, sys
            page = bytes(97 + i % 26 for i in range(100000))
            door = socket.create_server(("127.0.0.1", int(sys.argv[1])))
            while True:
                peer, _ = door.accept()
                with peer:
                    peer.recv(100)
                    peer.sendall(page)
            """;
    private static final String MAILBOX = """
            import socket, sys
            page = bytes(97 + i % 26 for i in range(1000))
            box = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            box.bind(("127.0.0.1", int(sys.argv[1])))
            while True:
                _, peer = box.recvfrom(100)
                box.sendto(page, peer)
            """;

    @TempDir
    private Path handedIn;

    @TempDir
    private Path beside;

    private HandedIn programs;

    @BeforeEach
    void set() {
        assumeTrue(Tools.find("python3").isPresent(), "no python3 here");
        programs = new HandedIn(handedIn, sockrates);
    }

    /** A lab beside the page that a program is to send: the letters, again and again. */
    private String lab(int bytes, String text) throws IOException {
        String letters = "abcdefghijklmnopqrstuvwxyz";
        Files.writeString(
                beside.resolve("page.html"), letters.repeat(bytes / 26 + 1).substring(0, bytes));
        return Files.writeString(beside.resolve("page.lab"), text).toString();
    }

    @Test
    void ofFileServersThoseWithAWrongByteATooShortAndATooLongFileAreFoundOut()
            throws IOException, InterruptedException {
        String lab = lab(100_000, """
                ---
                program: server
                ---
                tcp> socket --as alice
                ...
                tcp> connect alice localhost {port}
                ...
                tcp> send alice "GET page.html\\n"
                ...
                # points: 4
                tcp> recv alice --waitall --expect file:page.html
                recv(3, "abcdefghijklmnopqrstuvwx"..., 100001, MSG_WAITALL) = 100000, as in file:page.html
                  behind them the stream ended
                """);
        String send = "sendall(page)";
        Ended ended = programs.grade(
                lab,
                Map.of(
                        "1-right", SERVER,
                        "2-pieces", HandedIn.without(SERVER, send, "sendall(page[:9]); peer.sendall(page[9:])"),
                        "3-spoilt", HandedIn.without(SERVER, send, "sendall(page[:50000] + b'-' + page[50001:])"),
                        "4-short", HandedIn.without(SERVER, send, "sendall(page[:65536])"),
                        "5-long", HandedIn.without(SERVER, send, "sendall(page + b'\\n')")));
        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(ended.out())
                .contains(
                        "      +   50000 of 100000 bytes are right, then \"-defghij\"... (expected: \"cdefghij\"...)",
                        "      +   65536 of 100000 bytes are right; behind them the stream ended",
                        "      +   (expected: \"qrstuvwx\"...)",
                        "      +   100000 of 100000 bytes are right, then \"\\n\" (expected: nothing more)")
                .endsWith(
                        "1-right    4 of 4       1 of 1",
                        "2-pieces   4 of 4       1 of 1",
                        "3-spoilt   0 of 4       0 of 1",
                        "4-short    0 of 4       0 of 1",
                        "5-long     0 of 4       0 of 1");
    }

    @Test
    void ofMailboxesOneWithAWrongByteIsFoundOut() throws IOException, InterruptedException {
        String lab = lab(1000, """
                ---
                program: server
                transport: udp
                ---
                udp> socket --as alice
                ...
                udp> sendto alice localhost {port} "page.html"
                ...
                # points: 4
                udp> recvfrom alice --expect file:page.html
                ...
                """);
        Ended ended = programs.grade(
                lab, Map.of("1-right", MAILBOX, "2-spoilt", HandedIn.without(MAILBOX, "97 + i", "97 + i // 900 + i")));
        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(ended.out())
                .contains("   11 .   900 of 1000 bytes are right, then \"rstuvwxy\"... (expected: \"qrstuvwx\"...)")
                .endsWith("1-right    4 of 4       1 of 1", "2-spoilt   0 of 4       0 of 1");
    }
}
