package org.sockrates.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockrates.app.house.House.Source;
import org.sockrates.app.process.Tools;
import org.sockrates.link.Rule;

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
}
