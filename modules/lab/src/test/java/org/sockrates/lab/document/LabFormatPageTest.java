package org.sockrates.lab.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sockrates.lab.lint.LabLinter;
import org.sockrates.lab.lint.Proofs;

/** The page that describes the format shows labs that can be read. */
final class LabFormatPageTest {
    @Test
    void itsSamplesAreLabs() throws IOException {
        List<String> blocks =
                List.of(Files.readString(Path.of("../../docs/lab-format.md")).split("(?m)^```\\n"));
        Labs labs = new Labs();
        LabDocument first = labs.good("first.lab", blocks.get(1));
        assertThat(first.steps()).hasSize(5);
        assertThat(first.steps().get(3).prediction()).isPresent();
        assertThat(new LabLinter(link -> true, UnaryOperator.identity(), Proofs::of).lint(first))
                .isEmpty();
        List<String> sessions =
                blocks.stream().filter(block -> block.startsWith("udp> ")).toList();
        assertThat(blocks.stream().filter(block -> block.startsWith("---\nprogram")))
                .singleElement()
                .satisfies(proxy -> labs.good("proxy.lab", proxy));
        List<String> judging = blocks.stream()
                .filter(block -> block.startsWith("tcp> ") && block.contains("{port}"))
                .toList();
        assertThat(judging)
                .hasSize(2)
                .allSatisfy(session -> labs.good("judging.lab", "---\nprogram: server\n---\n" + session));
        assertThat(sessions).hasSize(2).allSatisfy(session -> labs.good("session.lab", session));
    }
}
