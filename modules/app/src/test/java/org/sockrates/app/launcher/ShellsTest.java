package org.sockrates.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** The launcher in the shells that are somebody's {@code sh}, or that somebody names in front of it. */
class ShellsTest extends WithClone {
    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox", "mksh", "ksh93", "zsh"})
    void buildsWhatIsNewAndHandsItsWordsOn(String shell) throws IOException, InterruptedException {
        Path found = Tools.find(shell).orElse(null);
        assumeTrue(found != null, shell + " is not here");
        List<String> words = shell.equals("busybox") ? List.of(found.toString(), "sh") : List.of(found.toString());
        clone.variable("JAVA_TOOL_OPTIONS", "-Dcolor=green -Dstar=*");

        Ended first = clone.in(words, "a", "b c", "*");
        Ended second = clone.in(words, "x");
        clone.age();
        clone.save("modules/app/src/main/java/A.java");
        Ended third = clone.in(words, "y");

        assertThat(first.err()).singleElement().asString().startsWith("building Sockrates; its log: ");
        assertThat(first.out()).contains("words: a|b c|*", "color: green");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("words: x", "color: green");
        assertThat(third.out()).contains("words: y", "color: green");
        assertThat(clone.builds()).isEqualTo(2);
        assertThat(clone.path("modules/app/target/launcher"))
                .isDirectoryContaining(file -> file.getFileName().toString().startsWith("classes-"));
    }
}
