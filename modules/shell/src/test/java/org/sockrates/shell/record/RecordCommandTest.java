package org.sockrates.shell.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.shell.Program;
import org.sockrates.shell.Streams;
import org.sockrates.shell.Typing;

class RecordCommandTest {
    private static final String LAB = """
            ---
            title: a door
            question: Which number has it?
            remember: Three.
            ---
            # The first socket.
            # predict: Which number?
            #   [x] 3
            #   [ ] 0
            tcp> socket --as door
            socket(AF_INET, SOCK_STREAM, 0) = 3 (door)
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String typed, String... words) {
        Streams streams = new Streams(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Program(Typing.kit(folder), streams).run(words);
    }

    private List<String> said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The events of a file, behind its header. */
    private List<List<Object>> events(String file) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        Map<String, Object> header = JSON.std.mapFrom(lines.get(0));
        assertThat(header).containsEntry("version", 3).containsKey("timestamp");
        assertThat(header.get("term")).isEqualTo(Map.of("cols", 80, "rows", 24));
        return lines.stream().skip(1).map(RecordCommandTest::event).toList();
    }

    private static List<Object> event(String line) {
        try {
            return JSON.std.listFrom(line);
        } catch (IOException noJson) {
            throw new AssertionError(line, noJson);
        }
    }

    /** What a terminal has shown at the end. */
    private String shown(String file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<Object> event : events(file)) {
            assertThat((double) event.get(0)).isNotNegative();
            text.append(event.get(1).equals("o") ? event.get(2) : "");
        }
        return text.toString().replace("\r\n", "\n");
    }

    @Test
    void tellsHowItBeginsWhereNothingIsRecorded() {
        assertThat(run("record\n")).isZero();
        assertThat(said(out)).contains("not recording; record FILE begins it");
    }

    @Test
    void keepsWhatIsTypedAndWhatIsShown() throws IOException {
        Files.writeString(folder.resolve("script"), "use tcp\nversion --no\n");
        String talk =
                "socket udp\nrecord a.cast\nuse udp\nsocket --as \"a\\tb\"\nsocket --as bob\nsource script\nrecord\n"
                        + "record off\nclose 3\n";
        assertThat(run(talk)).isZero();
        assertThat(shown("a.cast")).isEqualTo("""
                recording to a.cast until  record off
                tcp> use udp
                udp> socket --as "a\\tb"
                stdin:4: socket: --as: "a\\tb" (expected: a letter of English, then letters, digits, _ or -, at most 16)
                udp> socket --as bob
                socket(AF_INET, SOCK_DGRAM, 0) = 4 (bob)
                udp> source script
                stdin:6: script:2: version: "--no" (expected: no option; for text, quote it)
                tcp> record
                recording to a.cast: 5 lines typed, X s
                tcp> record off
                """.replace("X s", told("5 lines typed, ")));
        assertThat(said(out)).anyMatch(line -> line.startsWith("recorded to a.cast: 6 lines typed, "));
    }

    /** The seconds that were told behind a text. */
    private String told(String behind) {
        String line = said(out).stream()
                .filter(one -> one.contains(behind))
                .findFirst()
                .orElseThrow();
        return line.substring(line.indexOf(behind) + behind.length());
    }

    @Test
    void aLabIsFilmedAsIfSomebodyTypedIt() throws IOException {
        Files.writeString(folder.resolve("door.lab"), LAB);
        assertThat(run("", "record", "door.cast", "door.lab")).isZero();
        assertThat(shown("door.cast")).isEqualTo("""
                # a door
                # Which number has it?
                # The first socket.
                # Which number?
                # [ ] 3
                # [ ] 0
                tcp> socket --as door
                socket(AF_INET, SOCK_STREAM, 0) = 3 (door)
                # remember: Three.
                """);
        List<List<Object>> events = events("door.cast");
        assertThat(events).contains(List.of(1.1, "m", "socket --as door")).endsWith(List.of(4.4, "x", "0"));
        assertThat(events.stream().filter(event -> event.equals(List.of(0.045, "o", "s"))))
                .hasSize(2);
        assertThat(said(out)).last().asString().matches("filmed to door.cast: 1 command, [0-9.]+ s");
    }

    @Test
    void aFileThatExistsIsFoundBeforeTheLabRuns() throws IOException {
        Files.writeString(folder.resolve("door.lab"), LAB);
        Files.writeString(folder.resolve("door.cast"), "kept");
        assertThat(run("", "record", "door.cast", "door.lab")).isNotZero();
        assertThat(said(out)).isEmpty();
        assertThat(folder.resolve("door.cast")).hasContent("kept");
    }

    @Test
    void aLabThatDoesNotHoldIsFilmedAsItWent() throws IOException {
        Files.writeString(folder.resolve("door.lab"), LAB.replace("= 3 (door)", "= 4 (door)"));
        assertThat(run("", "record", "door.cast", "door.lab")).isEqualTo(1);
        assertThat(shown("door.cast")).contains("= 3 (door)");
        assertThat(events("door.cast")).endsWith(List.of(4.4, "x", "1"));
        assertThat(said(out)).first().asString().startsWith("FAILED ");
    }

    @Test
    void aLabThatIsSkippedLeavesNoFile() throws IOException {
        Files.writeString(folder.resolve("door.lab"), LAB.replace("title:", "program: server\ntitle:"));
        assertThat(run("", "record", "door.cast", "door.lab")).isEqualTo(5);
        assertThat(folder.resolve("door.cast")).doesNotExist();
    }

    @Test
    void whatExistsIsOverwrittenOnlyWhenItIsForced() throws IOException {
        Files.writeString(folder.resolve("door.lab"), LAB);
        Files.writeString(folder.resolve("old.cast"), "old");
        assertThat(run("", "record", "old.cast", "door.lab")).isEqualTo(74);
        assertThat(folder.resolve("old.cast")).content().isEqualTo("old");
        assertThat(run("", "record", "old.cast", "door.lab", "--force")).isZero();
        assertThat(shown("old.cast")).startsWith("# a door\n");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void whereTheDiskIsFullNobodySaysThatItIsFilmed() throws IOException {
        Files.writeString(folder.resolve("door.lab"), LAB);
        assertThat(run("", "record", "/dev/full", "door.lab", "--force")).isEqualTo(74);
        assertThat(said(out)).first().asString().startsWith("passed ");
        assertThat(said(out)).noneMatch(line -> line.startsWith("filmed "));
        assertThat(said(err)).singleElement().asString().contains("what is there is incomplete");
    }

    @Test
    void aSessionThatEndsEndsItsRecording() throws IOException {
        assertThat(run("record a.cast\nuse udp\n")).isZero();
        assertThat(shown("a.cast")).endsWith("tcp> use udp\n");
    }

    @Test
    void refuses() {
        assertThat(run("", "record", "a.cast")).isEqualTo(2);
        assertThat(run("record off")).isEqualTo(2);
        assertThat(run("record a.cast\nrecord b.cast")).isEqualTo(2);
        assertThat(run("record a b c")).isEqualTo(2);
        assertThat(run("record \"\"")).isEqualTo(3);
        assertThat(said(err))
                .containsExactly(
                        "record: too few words (expected: LAB); in the shell it records what is typed",
                        "stdin:1: record: off: nothing is recorded (expected: record FILE before)",
                        "stdin:2: record: recording already (expected: record off before another)",
                        "stdin:1: record: \"b\" (expected: nothing more; see  help record)",
                        "stdin:1: record: \"\": no file name");
    }
}
