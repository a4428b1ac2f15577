package org.sockrates.lab.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class MarkdownBlocksTest {
    private final Labs labs = new Labs();

    @Test
    void runsFencedBlocksOfItsWordOnly() {
        LabDocument lab = labs.good("a.md", """
                ---
                title: The first conversation
                ---
                # A heading, no comment

                ```sockrates
                tcp> bind door
                port {port}
                ```

                ```java
                > not a command
                ```

                    > indented code, no command

                - in a list

                  ~~~~ sockrates
                  tcp> connect {port}

                  ok
                  ~~~~

                > ```sockrates
                > > quoted
                > ```
                """);
        assertThat(lab.title()).isEqualTo("The first conversation");
        assertThat(lab.steps())
                .extracting(Step::prompted)
                .containsExactly("tcp> bind door", "tcp> connect {port}", "> quoted");
        assertThat(lab.steps()).extracting(Step::line).containsExactly(7, 20, 26);
        assertThat(lab.steps().get(1).expectation().lineCount()).isEqualTo(2);
    }

    @Test
    void problemsStandAtTheirPlaceInTheFile() {
        assertThat(labs.problems("a.markdown", """
                Some text.

                - list

                  ```sockrates
                  > connect {port}
                  a[ (regex)
                  ```

                ```sockrates
                output
                ```

                ```sockrates norun
                > socket
                """))
                .containsExactly(
                        "a.markdown:6:13: capture: {port} (expected: a name that a line above captures;"
                                + " as text, \\x7bport})",
                        "a.markdown:7:4: regex: Unclosed character class (expected: a regular expression of Java)",
                        "a.markdown:11:1: line: output (expected: a command above it, such as: tcp> socket)",
                        "a.markdown:14:1: block: never closed (expected: a line ``` below it)",
                        "a.markdown:14:1: block: norun (expected: nothing after the word sockrates)");
    }

    @Test
    void withoutABlockThereIsNoLab() {
        String problem = "a.md:1:1: lab: no command in it (expected: a block fenced ```sockrates with commands)";
        assertThat(labs.problems("a.md", "# Text\n\n```\n> socket\n```\n")).containsExactly(problem);
        assertThat(labs.problems("a.md", "```sockrates\n```\n")).containsExactly(problem);
        assertThat(labs.problems("A.MD", "```sockrates\n```\n")).containsExactly(problem.replace("a.md", "A.MD"));
        assertThat(labs.problems("a.md", "```sockrates\n\n```\n")).containsExactly(problem);
        assertThat(labs.problems("a.md", "")).containsExactly(problem);
    }

    @Test
    void captureFromABlockIsKnownInTheNext() {
        assertThat(labs.problems("a.md", "```sockrates\n> a\n{x}\n```\n```sockrates\n> b {x}\n```\n"))
                .isEmpty();
    }

    @Test
    void hostileMarkdownEnds() {
        assertThat(labs.problems("a.md", ">".repeat(4000) + " ```sockrates\n" + "[".repeat(4000) + "\n"))
                .isNotEmpty();
        assertThat(labs.problems("a.md", "- ".repeat(2000) + "x\n" + "**a_ ".repeat(800) + "\n"))
                .isNotEmpty();
        assertThat(labs.problems("a.md", "```sockrates\r> a\r\0```\r\n"))
                .contains("a.md:1:13: control character: U+000D (expected: text)");
    }
}
