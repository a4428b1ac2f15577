package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.WithFolder;

class LabsCommandTest extends WithFolder {
    private static final String ANYTHING = "this step has points for whatever is shown";
    private static final String ITSELF = "this step has points for what the lab does itself";

    @Test
    void listsTheCourseByNumberAndQuestion() throws IOException {
        Course course = new Course(folder);
        course.add("notes.txt", "no lab");
        course.add("03-wire.lab", "---\ntitle: segments\nquestion: Who sends?\npath: wire\n---\ntcp> status\n");
        course.add("04-yours.lab", "---\ntitle: yours\nquestion: Does it serve?\nprogram: server\n---\ntcp> status\n");
        typing.type("labs")
                .shows(
                        "01  What does it take to open a door that is so wide that its question does not",
                        "    fit into one line?",
                        "02  what does not hold",
                        "03  Who sends? (the wire)",
                        "04  Does it serve? (a program of yours)",
                        "begin one:  lab start 01")
                .ends(0);
        assertThat(typing.type("labs --json").jsonList().get(1))
                .containsEntry("lab", "02")
                .containsEntry("title", "what does not hold")
                .containsEntry("question", null);
        typing.type("labs 01").refuses("labs: \"01\" (expected: nothing more; see  help labs)");
    }

    private static String text(Shown shown) {
        return shown.lines().stream().map(String::strip).collect(Collectors.joining(" "));
    }

    /** Whoever looks for FILE:LINE: in them finds no half lines that begin so. */
    @Test
    void whatGoesOnInAnotherLineHangs() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("the-labs-of-a-course/of-the-winter-term"));
        Files.writeString(deep.resolve("poor.lab"), "udp> socket\nsocket(AF_INET, SOCK_DGRAM, 0) = 3\n");
        Files.writeString(deep.resolve("bad.lab"), "tcp> nonsense\n");
        String labs = folder.relativize(deep).toString();
        List<String> lines = typing.type("labs review " + labs + "/poor.lab " + labs + "/bad.lab")
                .ends(3)
                .lines();
        assertThat(lines.subList(0, lines.size() - 1))
                .anyMatch(line -> line.startsWith("  "))
                .filteredOn(line -> !line.startsWith("  "))
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.matches(".*" + labs + "/(bad|poor)[.]lab:[0-9]+:.*"));
    }

    @Test
    void readsALabAsATeacherWould() throws IOException {
        String good =
                "---\ntitle: t\nquestion: q?\nremember: r\nsource: RFC 768\n---\n# hint: h\n# predict: p?\n# [x] yes\n"
                        + "# [ ] no\nudp> socket\nsocket(AF_INET, SOCK_DGRAM, 0) = 3\n";
        Files.writeString(folder.resolve("good.lab"), good);
        Files.writeString(
                folder.resolve("poor.lab"),
                good.replace("# hint: h\n", "").replace("source:", "link: loss 5%\nsource:"));
        typing.type("labs review good.lab")
                .shows("1 of 1 labs have all that a good lab has")
                .ends(0);
        Shown shown = typing.type("labs review good.lab poor.lab").ends(1);
        assertThat(text(shown))
                .contains("poor.lab:11: no hint (expected: # hint: above a step that is hard)")
                .contains("poor.lab:1: a link without a seed")
                .endsWith(" 1 of 2 labs have all that a good lab has");
        assertThat(typing.type("labs review poor.lab --json").jsonList())
                .singleElement()
                .satisfies(lab -> assertThat(lab).containsEntry("lab", "poor.lab"))
                .extracting(lab -> (List<?>) lab.get("findings"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        typing.type("labs review").refuses("labs: too few words (expected: LAB…); see  help labs");
        typing.type("labs reviw good.lab").refuses("labs: \"reviw\" (expected: review?)");
    }

    @Test
    void aBadLabHidesNoOther() throws IOException {
        Files.writeString(folder.resolve("bad.lab"), "tcp> nonsense\n");
        Files.writeString(folder.resolve("poor.lab"), "udp> socket\nsocket(AF_INET, SOCK_DGRAM, 0) = 3\n");
        Shown shown = typing.type("labs review bad.lab nosuch.lab poor.lab").ends(3);
        assertThat(text(shown))
                .contains("bad.lab:1:6: ")
                .contains("nosuch.lab")
                .contains("poor.lab:1: no title")
                .endsWith("0 of 1 labs have all that a good lab has");
        assertThat(text(typing.type("labs review bad.lab").ends(3)))
                .contains("bad.lab:1:6: ")
                .doesNotContain(" of ");
        assertThat(typing.type("labs review bad.lab poor.lab --json").jsonList())
                .hasSize(2)
                .first()
                .satisfies(bad -> assertThat(bad.get("problem").toString()).contains("bad.lab:1:6: "));
    }

    @Test
    void aShortenedWordIsReadAsTheCommandThatItMeans() throws IOException {
        Files.writeString(folder.resolve("short.lab"), "# points: 1\ntcp> STAT\n...\n# points: 1\ntcp> opt bob\n...\n");
        assertThat(text(typing.type("labs review short.lab").ends(1)))
                .contains("short.lab:2: this step has points for whatever is shown")
                .contains("short.lab:5: this step has points for whatever is shown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp settings               | " + ANYTHING,
                "rdt rules                  | " + ANYTHING,
                "trace on                   | " + ANYTHING,
                "wait                       | " + ANYTHING,
                "program wait               | " + ANYTHING,
                "link log 1                 | " + ANYTHING,
                "link --from 2 log 1        | " + ANYTHING,
                "link log 1 --json          | " + ANYTHING,
                "link drop 1 next           | " + ITSELF,
                "path loopback              | " + ITSELF,
                "recv bob &                 | " + ITSELF,
                "send bob hello # #5000000  | " + ITSELF,
                "send bob '#5000000'        | " + ITSELF,
                "send bob #5000000          | ''",
                "send bob file:short        | " + ITSELF,
                "sendto bob 7 file:short    | " + ITSELF,
                "send bob file:long         | ''",
                "ladder --all               | " + ANYTHING,
                "ladder                     | " + ANYTHING,
                "journal                    | " + ANYTHING,
                "connect bob {port}         | ''",
                "recv bob --json            | ''",
                "recv bob                   | ''",
            })
    void aServerThatDoesNothingHasNoPointsFromWhatShowsTheLabItself(String line, String told) throws IOException {
        Files.writeString(folder.resolve("short"), "hello");
        Files.write(folder.resolve("long"), new byte[5_000_000]);
        assertThat(pointsFor("tcp", line)).isEqualTo(told);
    }

    @Test
    void aConnectProvesAListenerWhereTheTransportHasConnections() throws IOException {
        assertThat(pointsFor("udp", "connect bob {port}")).isEqualTo(ITSELF);
        assertThat(pointsFor("udp", "recv bob")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "recv bob 100 --waitall, false",
        "r bob --waitall --expect #100, true",
        "recvfrom --expect=\"a b\" bob, true",
    })
    void whoComparesEveryByteNeedNotShowIt(String line, boolean compared) throws IOException {
        Files.writeString(
                folder.resolve("own.lab"),
                "---\nprogram: server\n---\n# points: 5\ntcp> %s\nrecv(3, \"abcdefghijklmnopqrstuvwx\"* (glob)\n"
                        .formatted(line));
        String told = "of these bytes only the beginning is compared (expected: recv --expect DATA, which compares all";
        assertThat(text(typing.type("labs review own.lab")).contains(told)).isEqualTo(!compared);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, recv bob --expect hello, true",
        "tcp, recv bob --behind : --expect hello, true",
        "tcp, recv bob 5 --waitall --expect hello, false",
        "udp, recv bob --expect hello, false",
        "tcp, recvfrom bob --expect hello, true",
        "udp, recvfrom bob --expect hello, false",
        "udp, recv ann --expect hello, true",
        "tcp, recv zoe --expect hello, false",
        "tcp, recvfrom zoe --behind : --expect hello, false",
    })
    void whoExpectsMoreThanMayBeThereAtOnceWaitsForAll(String transport, String line, boolean found)
            throws IOException {
        Files.writeString(
                folder.resolve("own.lab"),
                "---\ntransport: %s\nprogram: server\n---\n# points: 5\ntcp> %s\n...\n%s"
                        .formatted(transport, line, "> socket tcp --as ann\n...\n> socket udp --as zoe\n...\n"));
        String told =
                "own.lab:6: a stream may give less than all of it here, though all is right (expected: recv --waitall,";
        assertThat(text(typing.type("labs review own.lab")).contains(told)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "socket udp, recv --expect hello, false",
        "socket udp, recvfrom . --behind : --expect hello, false",
        "socket udp --as zoe, recv zoe --expect hello, false",
        "socket tcp, recv --expect hello, true",
        "socket, recv --expect hello, true",
        "'socket tcp\n...\n> socket udp', recv --expect hello, true",
    })
    void aSocketOfDatagramsIsNoStreamWhateverTheLabIsAbout(String made, String line, boolean found) throws IOException {
        Files.writeString(
                folder.resolve("own.lab"),
                "---\nprogram: server\n---\n> %s\n...\n# points: 5\n> %s\n...\n".formatted(made, line));
        assertThat(text(typing.type("labs review own.lab")).contains("a stream may give less"))
                .isEqualTo(found);
    }

    @Test
    void whoConnectsOneOfDatagramsProvesNothing() throws IOException {
        String lab = "---\nprogram: server\n---\n> socket udp --as zoe\n...\n# points: 5\n> connect zoe {port}\n...\n";
        Files.writeString(folder.resolve("own.lab"), lab);
        assertThat(text(typing.type("labs review own.lab")))
                .contains("own.lab:7: this step has points for what the lab");
    }

    /** The end of a header may come alone, whoever sends it. */
    @ParameterizedTest
    @CsvSource({
        "recv bob --behind : --expect hello, true",
        "recv bob --waitall --behind : --expect hello, false",
        "recv bob --expect hello, false",
    })
    void whoLooksBehindAHeaderWaitsForAll(String line, boolean found) throws IOException {
        Files.writeString(folder.resolve("own.lab"), "---\ntransport: tcp\n---\n> %s\n...\n".formatted(line));
        String told = "own.lab:4: a stream may give less than all of it here";
        assertThat(text(typing.type("labs review own.lab")).contains(told)).isEqualTo(found);
    }

    /** What is found of a step's points. */
    private String pointsFor(String transport, String line) throws IOException {
        Files.writeString(
                folder.resolve("own.lab"),
                "---\ntransport: %s\nprogram: server\n---\n# points: 5\ntcp> %s\n...\n".formatted(transport, line));
        List<?> findings = (List<?>)
                typing.type("labs review own.lab --json").jsonList().get(0).get("findings");
        return findings.stream()
                .map(finding -> ((Map<?, ?>) finding).get("what").toString())
                .filter(what -> what.contains("points for"))
                .collect(Collectors.joining(", "));
    }

    @Test
    void saysWhereItLookedForTheCourse() {
        typing.type("labs")
                .fails(
                        "labs: " + folder.resolve("scripts/labs")
                                + ": no such folder (expected: the course's labs); name it in SOCKRATES_LABS",
                        3);
    }

    @Test
    void theEnvironmentNamesTheCourse() throws IOException {
        Course course = new Course(folder);
        Kit usual = Typing.kit(Path.of(""));
        Map<String, String> environment =
                Map.of("SOCKRATES_LABS", course.folder().toString());
        Kit kit = new Kit(usual.transports(), usual.paths(), environment, Path.of(""), Typing.NOON, false);
        try (Typing elsewhere = new Typing(kit)) {
            assertThat(elsewhere.type("labs").ends(0).lines()).contains("02  what does not hold");
        }
    }

    @Test
    void aLabThatCannotBeReadIsNamedWithEveryProblem() throws IOException {
        new Course(folder).add("03-bad.lab", "---\ntitel: x\n---\ntcp> sokcet\n");
        List<String> troubles = typing.type("labs").ends(3).troubles().stream()
                .flatMap(String::lines)
                .toList();
        assertThat(troubles).hasSize(2).allMatch(line -> line.contains("03-bad.lab:"));
        assertThat(troubles.get(0)).contains("titel");
        assertThat(troubles.get(1)).contains("sokcet");
    }
}
