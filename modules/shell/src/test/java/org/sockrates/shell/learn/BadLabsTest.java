package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Typing;
import org.sockrates.sim.path.SimPath;
import org.sockrates.transport.tcp.TcpTransport;

/** Labs with errors in them: a line for each error of each file, and nothing is run. */
class BadLabsTest {
    @TempDir
    private Path outside;

    private Path folder;

    @AutoClose
    private Typing typing;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(outside.resolve("labs"));
        typing = Typing.in(folder);
    }

    @Test
    void everyErrorOfEveryFileHasALineOfItsOwn() throws IOException {
        lab("one.lab", "---\ncolour: red\n---\n> soket\n> socket\n  (regex\n[999]\n");
        lab("two.lab", "> frobnicate\n");
        assertThat(refused("run one.lab two.lab"))
                .containsExactly(
                        folder
                                + "/one.lab:2:1: unknown key: colour (expected: schema title question transport path link"
                                + " profile seed limit points requires program takes hint predict remember source)",
                        folder + "/one.lab:4:3: command: soket (expected: socket?)",
                        folder + "/one.lab:7:1: exit status: 999 (expected: 0 to 255)",
                        folder + "/two.lab:1:3: command: frobnicate (expected: a command;  help  lists them)");
    }

    @Test
    void aFileThatIsMissingHidesNoErrorOfTheOthers() throws IOException {
        lab("one.lab", "> soket\n");
        for (String command : List.of("run %s", "grade %s -- true")) {
            String word = command.substring(0, command.indexOf(' '));
            assertThat(refused(command.replace("%s", "none.lab one.lab 77")))
                    .startsWith(word + ": \"none.lab\": no such file")
                    .hasSize(3)
                    .contains(folder + "/one.lab:1:3: command: soket (expected: socket?)");
        }
    }

    @Test
    void aProfileIsOneOfTcpsAndOnTheWire() throws IOException {
        lab("one.lab", "---\npath: wire\nprofile: textbok\n---\n> socket\n...\n");
        lab("two.lab", "---\npath: relay\nprofile: textbook\n---\n> socket\n...\n");
        assertThat(refused("run one.lab two.lab"))
                .containsExactly(
                        folder + "/one.lab:3:10: profile: textbok (expected: textbook?)",
                        folder + "/two.lab:3:10: profile: textbook (expected: path: wire beside it)");
    }

    @Test
    void ofALinkTheWordThatIsWrongIsTold() throws IOException {
        lab("one.lab", "---\nlink: loss 10\n---\n> socket\n...\n");
        lab("two.lab", "---\nlink: loss 10% sed 4\n---\n> socket\n...\n");
        assertThat(refused("run one.lab two.lab"))
                .containsExactly(
                        folder + "/one.lab:2:7: link: loss: \"10\" (expected: a percentage, with its sign: 10%)",
                        folder + "/two.lab:2:7: link: \"sed\" (expected: seed?)");
    }

    @Test
    void aPathIsOneThatALabCanRunOn() throws IOException {
        lab("one.lab", "---\npath: sim\n---\n> socket\n...\n");
        lab("two.lab", "---\npath: wier\n---\n> socket\n...\n");
        typing.close();
        typing = new Typing(new Kit(
                List.of(new TcpTransport()),
                List.of(new LoopbackPath(), new SimPath()),
                Map.of(),
                folder,
                Typing.NOON,
                false));
        assertThat(refused("run one.lab two.lab"))
                .containsExactly(
                        folder + "/one.lab:2:7: path: sim (expected: loopback relay wire)",
                        folder + "/two.lab:2:7: path: wier (expected: wire?)");
    }

    @Test
    void whatItReadsIsBounded() throws IOException {
        Files.write(folder.resolve("big"), new byte[16 << 20]);
        Files.write(folder.resolve("bigger"), new byte[(16 << 20) + 1]);
        lab("a.lab", "> send a file:bigger\n> source big\n> send a file:big\n");
        lab(
                "b.lab",
                "> send a file:big\n> send a file:./big\n> send a file:././big\n> send a file:./././big\n> source a.lab\n");
        assertThat(refused("run a.lab b.lab"))
                .containsExactly(
                        folder + "/a.lab:1:10: file: bigger: too long (expected: at most 16777216 bytes)",
                        folder + "/a.lab:2:10: file: big: too long (expected: at most 1048576 bytes)",
                        folder + "/b.lab:5:10: file: a.lab: too long with those above"
                                + " (expected: at most 67108864 bytes in all a lab reads)");
    }

    @Test
    void aGoodLabBesideABadOneIsNotRun() throws IOException {
        lab("good.lab", "> socket\nsocket(AF_INET, SOCK_STREAM, 0) = 3\n");
        lab("bad.lab", "> soket\n");
        assertThat(refused("run good.lab bad.lab")).hasSize(1);
    }

    @Test
    void aLineThatCannotBeSplitSaysWhere() throws IOException {
        lab("a.lab", "tcp> send \"abc\n> send \\q\n> send a\\xZZ\n> # nothing\n");
        assertThat(refused("run a.lab"))
                .containsExactly(
                        folder + "/a.lab:1:11: command: an open quote (expected: a closing \")",
                        folder + "/a.lab:2:8: command: an escape nobody knows"
                                + " (expected: \\r \\n \\t \\0 \\xNN, or \\\\ for a backslash)",
                        folder + "/a.lab:3:9: command: \\x without two hexadecimal digits (expected: \\x00 to \\xff)",
                        folder + "/a.lab:4:3: command: # nothing (expected: a command behind the prompt)");
    }

    @Test
    void aCharacterThatIsNoTextIsOneError() throws IOException {
        lab("a.lab", "> sta\0tus\n");
        assertThat(refused("run a.lab"))
                .containsExactly(folder + "/a.lab:1:6: control character: NUL (expected: text)");
    }

    @Test
    void filesOutsideTheFolderAreRefusedBeforeAnythingStarts() throws IOException {
        Files.writeString(outside.resolve("secret"), "-");
        Files.createSymbolicLink(folder.resolve("out"), outside.resolve("secret"));
        lab("here.txt", "status");
        lab("a.lab", """
                > send file:/etc/passwd
                > send file:../x
                > send file:out
                > send file:none
                > source /etc/passwd
                > send file:here.txt
                > send "file:/etc/passwd"
                > source here.txt
                > recv --expect file:none
                > recvfrom a --expect=file:"../x y"
                > recv a 9 --waitall --expect file:here.txt
                """);
        assertThat(refused("run a.lab"))
                .containsExactly(
                        folder + "/a.lab:1:8: file: /etc/passwd: absolute (expected: a path inside the lab's folder)",
                        folder + "/a.lab:2:8: file: ../x: leads out with .. (expected: a path inside the lab's folder)",
                        folder + "/a.lab:3:8: file: out: leads out through a symbolic link"
                                + " (expected: a path inside the lab's folder)",
                        folder + "/a.lab:4:8: file: none: no such file (expected: a path inside the lab's folder)",
                        folder + "/a.lab:5:10: file: /etc/passwd: absolute"
                                + " (expected: a path inside the lab's folder)",
                        folder + "/a.lab:9:17: file: none: no such file (expected: a path inside the lab's folder)",
                        folder + "/a.lab:10:23: file: ../x y: leads out with .."
                                + " (expected: a path inside the lab's folder)");
    }

    @Test
    void whatALabMayNeverDoIsRefusedBeforeAnythingStarts() throws IOException {
        lab("a.lab", """
                > socket --bogus
                > socket --as=door --help
                > socket --asa=door
                > send -- --bogus
                > send -5
                > explain EPIPE
                {what} (words)
                > socket --{what}
                > sim sweep --csv ../s
                > sim sweep --csv=/tmp/x
                > sim --csv s
                > sim {sweep} --csv s
                > capture read ../base.pcapng
                > capture read later.pcapng
                > capture ~/x
                > run 03 ../x.lab
                > record off
                > grade 37 -- true
                > wire exec true
                > exit
                > history
                """);
        String expected = " (expected: a path inside the lab's folder)";
        String person = " (expected: a command for labs; this one is a person's)";
        assertThat(refused("run a.lab").stream()
                        .map(line -> line.substring(folder.toString().length())))
                .containsExactly(
                        "/a.lab:1:10: option: --bogus (expected: --help --json --as -6 --ipv6; for text, quote it)",
                        "/a.lab:3:10: option: --asa (expected: --as?; for text, quote it)",
                        "/a.lab:9:19: file: ../s: leads out with .." + expected,
                        "/a.lab:10:19: file: /tmp/x: absolute" + expected,
                        "/a.lab:11:7: option: --csv (expected: only with sim sweep; see  help sim)",
                        "/a.lab:12:7: capture: {sweep} (expected: a name that a line above captures;"
                                + " as text, \\x7bsweep})",
                        "/a.lab:13:16: file: ../base.pcapng: leads out with .." + expected,
                        "/a.lab:15:11: file: ~/x: absolute" + expected,
                        "/a.lab:16:3: command: run" + person,
                        "/a.lab:17:3: command: record" + person,
                        "/a.lab:18:3: command: grade" + person,
                        "/a.lab:19:3: command: wire" + person,
                        "/a.lab:20:3: command: exit" + person,
                        "/a.lab:21:3: command: history" + person);
    }

    @Test
    void aFileWhoseNameIsNotKnownYetIsRefusedWhenItIs() throws IOException {
        lab("a.lab", """
                > explain EPIPE
                {_} {_} pipe), {_} on {where}
                ...
                > socket udp
                socket(AF_INET, SOCK_DGRAM, 0) = 3
                > sendto 3 localhost 9 file:/etc/{where}
                payload: "/etc/{where}": absolute (expected: a path inside the lab's folder)
                [3]
                """);
        typing.type("run a.lab").ends(0);
    }

    @Test
    void namesAndTextsOfALabCannotMoveTheCursor() throws IOException {
        lab("\u001b[2J.lab", "---\ntransport: \"\\e[2J\\u202e\"\n---\n> \u202eabc\n");
        assertThat(refused("run " + "\"\\x1b[2J.lab\""))
                .hasSize(2)
                .allMatch(line -> line.startsWith(folder + "/\\x1b[2J.lab:"))
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl) && !line.contains("\u202e"));
    }

    private List<String> refused(String line) {
        return typing.type(line).badFiles();
    }

    private void lab(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
