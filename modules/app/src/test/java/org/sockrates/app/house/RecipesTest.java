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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockrates.app.house.House.Source;
import org.sockrates.app.process.Tools;
import org.sockrates.link.LoopbackPath;
import org.sockrates.link.Rule;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Program;
import org.sockrates.shell.Streams;
import org.sockrates.transport.udp.UdpTransport;

/** What CONTRIBUTING asks of whoever adds an impairment. */
class RulesTest {
    @Test
    void everyRuleHasItsTest() {
        List<String> tests = House.testSources().stream().map(Source::name).toList();
        assertThat(Stream.of(Rule.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .hasSizeGreaterThan(5)
                .allSatisfy(rule -> assertThat(tests)
                        .contains("modules/link/src/test/java/org/sockrates/link/" + rule + "Test.java"));
    }

    @Test
    void everyRuleHasItsRow() throws IOException {
        List<String> page = Files.readAllLines(Tools.root().resolve("docs/link.md"));
        assertThat(Rule.ORDER)
                .hasSizeGreaterThan(5)
                .allSatisfy(word -> assertThat(page)
                        .as("a row of the table in docs/link.md")
                        .anyMatch(line -> line.startsWith("| `" + word + " ")));
        assertThat(page).contains("    " + String.join("  ", Rule.ORDER));
    }

    @Test
    void everyRuleIsOnTheHelpPage() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Kit kit = new Kit(
                List.of(new UdpTransport()),
                List.of(new LoopbackPath()),
                Map.of(),
                Path.of(""),
                Clock.systemUTC(),
                false);
        new Program(kit, new Streams(InputStream.nullInputStream(), out, out)).run(new String[] {"help", "link"});
        String rules = between("RULES are", "ORDERS are", shown.toString(StandardCharsets.UTF_8));
        assertThat(words(rules)).containsAll(Rule.ORDER);
    }

    /** Which a relay of streams can do, and which it refuses. */
    @Test
    void everyRuleIsOneOfAStreamOrIsNot() throws IOException {
        String page = Files.readString(Tools.root().resolve("docs/link.md"));
        String can = between("It can delay a stream", "It refuses", page);
        String cannot = between("It refuses", ":", page);
        assertThat(Rule.ORDER)
                .allSatisfy(word -> assertThat(words(can).contains(word))
                        .as(word)
                        .isNotEqualTo(words(cannot).contains(word)));
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\W+"));
    }

    private static String between(String start, String end, String text) {
        int from = text.indexOf(start);
        int to = text.indexOf(end, from);
        assertThat(from).as(start).isBetween(0, to);
        return text.substring(from, to);
    }
}
