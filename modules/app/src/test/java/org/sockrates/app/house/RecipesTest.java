package org.sockrates.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sockrates.app.process.Lessons;
import org.sockrates.app.process.Tools;
import org.sockrates.compare.experiment.Experiments;
import org.sockrates.link.fault.Fault;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.rule.Rule;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Program;
import org.sockrates.shell.Streams;
import org.sockrates.transport.udp.UdpTransport;

/** What CONTRIBUTING asks of whoever adds an impairment, an experiment or a command: each failure names what is missing. */
class RecipesTest {
    private static final List<String> TESTS =
            Source.tests().stream().map(Source::name).toList();

    @Test
    void everyRuleHasItsTest() {
        haveTheirTest(
                "modules/link/src/test/java/org/sockrates/link/rule/", List.of(Rule.class.getPermittedSubclasses()));
    }

    @Test
    void everyFaultHasItsTest() {
        haveTheirTest(
                "modules/link/src/test/java/org/sockrates/link/fault/", List.of(Fault.class.getPermittedSubclasses()));
    }

    @Test
    void everyExperimentHasItsTest() {
        haveTheirTest(
                "modules/compare/src/test/java/org/sockrates/compare/experiment/",
                Experiments.all().stream().map(Object::getClass).toList());
    }

    private static void haveTheirTest(String folder, List<? extends Class<?>> pieces) {
        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(pieces.stream().map(piece -> folder + piece.getSimpleName() + "Test.java"))
                .as("tests that are missing")
                .filteredOn(test -> !TESTS.contains(test))
                .isEmpty();
    }

    /** Or one for each of its verbs: {@code TcpShowCommandTest}. */
    @Test
    void everyCommandHasItsTest() {
        List<String> commands = Source.shipped().stream()
                .filter(source -> source.has(" implements Command {"))
                .map(source -> source.fileName().replace("Command.java", ""))
                .toList();
        assertThat(commands).hasSizeGreaterThan(40);
        assertThat(commands)
                .as("commands without a …CommandTest")
                .filteredOn(word -> TESTS.stream()
                        .noneMatch(Pattern.compile(".*/" + word + "[A-Za-z]*CommandTest.java")
                                .asMatchPredicate()))
                .isEmpty();
    }

    /** No lab can be seen to judge rightly but by programs, good ones and bad ones. */
    @Test
    void everyLabThatJudgesAProgramIsJudgedItself() throws IOException {
        List<Source> graded = Source.tests().stream()
                .filter(source -> source.fileName().matches("Your(Programs|Clients|Servers)Test.java"))
                .toList();
        assertThat(Lessons.judging()).hasSizeGreaterThan(4);
        assertThat(Lessons.judging())
                .as("labs that YourProgramsTest, YourClientsTest and YourServersTest give no programs, by number")
                .filteredOn(lab -> graded.stream()
                        .noneMatch(test -> test.has(
                                "\"" + String.valueOf(lab.getFileName()).substring(0, 2) + "\"")))
                .isEmpty();
    }

    @Test
    void everyRuleAndEveryFaultHasItsRow() throws IOException {
        String page = Files.readString(Tools.root().resolve("docs/link.md"));
        haveTheirRow(Rule.SEQUENCE, between("## Words", "## Kinds", page));
        haveTheirRow(Fault.SEQUENCE, between("## Streams", "## How exact", page));
        String drawn = between("## Random numbers", "## Where it differs", page);
        assertThat(Rule.SEQUENCE)
                .as("words that no row of \"Random numbers\" in docs/link.md begins with or lists: \"`word\"")
                .filteredOn(word -> !drawn.contains("`" + word))
                .isEmpty();
        assertThat(page.lines().filter(line -> line.startsWith("    drop  ")))
                .as("the order of the rules in docs/link.md")
                .containsExactly("    " + String.join("  ", Rule.SEQUENCE));
    }

    private static void haveTheirRow(List<String> words, String section) {
        assertThat(words)
                .as("words without a row \"| `word \" in the table of their section of docs/link.md")
                .filteredOn(word -> !section.contains("\n| `" + word + " "))
                .isEmpty();
    }

    @Test
    void everyRuleIsInThePictureOfTheArchitecture() throws IOException {
        assertThat(Files.readAllLines(Tools.root().resolve("ARCHITECTURE.md")).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("drop loss")))
                .containsExactly(String.join(" ", Rule.SEQUENCE));
    }

    @Test
    void everyRuleAndEveryFaultIsOnItsHelpPage() {
        assertThat(words(between("RULES are", "ORDERS are", help("link"))))
                .as("the rules that help link names, in LinkCommand")
                .containsAll(Rule.SEQUENCE);
        assertThat(words(between("FAULTS are", "upstream or", help("fault"))))
                .as("the faults that help fault names, in FaultCommand")
                .containsAll(Fault.SEQUENCE);
    }

    private static String help(String word) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Kit kit = new Kit(
                List.of(new UdpTransport()),
                List.of(new LoopbackPath()),
                Map.of(),
                Path.of(""),
                Clock.systemUTC(),
                false);
        new Program(kit, new Streams(InputStream.nullInputStream(), out, out)).run(new String[] {"help", word});
        return shown.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "); // wherever it was folded
    }

    /** Which a relay of streams can do, and which it refuses. */
    @Test
    void everyRuleIsOneOfAStreamOrIsNot() throws IOException {
        String page = Files.readString(Tools.root().resolve("docs/link.md"));
        String can = between("It can delay a stream", "It refuses", page);
        String cannot = between("It refuses", ":", page);
        assertThat(Rule.SEQUENCE)
                .as("docs/link.md, streams: rules that are neither what a relay can do nor what it refuses, or both")
                .filteredOn(word -> words(can).contains(word) == words(cannot).contains(word))
                .isEmpty();
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\W+"));
    }

    private static String between(String start, String end, String text) {
        int from = text.indexOf(start);
        int to = text.indexOf(end, Math.max(0, from));
        assertThat(from).as("where \"%s\" stands, in %s", start, text).isNotNegative();
        assertThat(to)
                .as("where \"%s\" stands behind \"%s\", in %s", end, start, text)
                .isNotNegative();
        return text.substring(from, to);
    }
}
