package org.sockrates.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.lab.document.LabReader;
import org.sockrates.lab.document.Vocabulary;
import org.sockrates.lab.format.LabText;

final class LabRunnerTest {
    @TempDir
    Path folder;

    @Test
    void printsWhatWasExpectedAndWhatCame() throws IOException {
        Path file = folder.resolve("refused.lab");
        Files.writeString(file, """
                ---
                title: refused
                ---
                # hint: nobody listens yet
                tcp> connect alice localhost 12345
                connect(4, 127.0.0.1:{port}) = 0
                tcp> close alice
                close({n:int}) = 0
                """);
        LabReader.Reading reading = new LabReader(Vocabulary.ANYTHING).read(List.of(file));
        assertThat(reading.problems()).isEmpty();
        LabRunner runner = new LabRunner(
                lab -> new FakeInterpreter()
                        .on("connect alice localhost 12345", 4, "connect(4, 127.0.0.1:12345) = -1 ECONNREFUSED")
                        .on("close alice", 0, "close(4) = 0"),
                Abilities.ALL,
                LabLimits.USUAL,
                new ManualLabClock());
        LabResult result = runner.run(reading.documents().get(0), LabListener.SILENT);
        new LabText(UnaryOperator.identity()).lines(result).forEach(System.out::println);
        assertThat(result.verdict()).isEqualTo(LabVerdict.FAILED);
    }
}
