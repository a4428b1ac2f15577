package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictCommandTest extends WithCourse {
    @Test
    void answersOnlyWhatWasAsked() {
        typing.type("predict 1").refuses("predict: nothing was asked (expected: a lab's question);  lab next  goes on");
        typing.all("lab start 01", "lab next").ends(0);
        typing.type("predict 1").refuses("predict: nothing was asked (expected: a lab's question);  lab next  goes on");
    }

    @Test
    void takesOneOfTheChoices() {
        typing.all("lab start 01", "lab next", "lab next").ends(0);
        typing.type("predict 3").refuses("predict: \"3\" (expected: a whole number from 1 to 2)");
        typing.type("predict 0").refuses("predict: \"0\" (expected: a whole number from 1 to 2)");
        typing.type("predict yes").refuses("predict: \"yes\" (expected: a whole number from 1 to 2)");
        typing.type("predict").refuses("predict: too few words (expected: the number of a choice); see  help predict");
        typing.type("predict 1 2").refuses("predict: \"1 2\" (expected: a whole number from 1 to 2)");
        typing.type("predict 2").has("yes").ends(0);
    }

    @Test
    void theWordsOfAChoiceAreOneToo() {
        typing.all("lab start 01", "lab next", "lab next").ends(0);
        typing.type("predict 0, AS it was typed").has("no; watch what happens").ends(0);
        assertThat(typing.type("predict 1 --json").json())
                .as("before the next step shows it")
                .containsEntry("right", false)
                .containsEntry("because", null);
    }

    @Test
    void whoDoesNotAnswerIsToldNevertheless() {
        typing.all("lab start 01", "lab next", "lab next").ends(0);
        typing.type("lab next").has("  because: port 0 means any").ends(0);
        typing.type("lab next").ends(0);
    }

    /** No step of it is typed, so nothing else would ask, or tell. */
    @Test
    void aLabThatJudgesAProgramAsksAllItsQuestionsAtOnceAndTellsWhyWhateverIsAnswered() throws IOException {
        new Course(folder).add("04-yours.lab", """
                ---
                program: server
                predict:
                  question: how many clients?
                  choices: [one, all]
                  answer: all
                  because: nobody waits
                ---
                # serve
                # predict: how many receives?
                #   [x] nobody knows
                #   [ ] three
                # because: it is a stream
                tcp> client {port} a
                ...
                """);
        assertThat(typing.type("lab start 04")
                        .has("in full:  " + folder.resolve("scripts/labs/04-yours.lab"))
                        .lines())
                .endsWith("how many clients?", "  1  one", "  2  all", "answer with  predict 1|2");
        typing.type("predict 3").refuses("predict: \"3\" (expected: a whole number from 1 to 2)");
        typing.type("predict one")
                .shows(
                        "no",
                        "  nobody waits",
                        "how many receives?",
                        "  1  nobody knows",
                        "  2  three",
                        "answer with  predict 1|2")
                .ends(0);
        typing.type("predict 1").shows("yes", "  it is a stream").ends(0);
        typing.type("predict 1")
                .refuses("predict: nothing more is asked (expected: a lab's question); grade judges the program");
        assertThat(typing.type("lab start 04 --json").json().get("asked").toString())
                .contains("how many clients?");
        assertThat(typing.type("predict 1 --json").json())
                .containsEntry("right", false)
                .containsEntry("because", "nobody waits")
                .containsEntry(
                        "asked", Map.of("question", "how many receives?", "choices", List.of("nobody knows", "three")));
        assertThat(typing.type("predict 1 --json").json())
                .containsEntry("right", true)
                .containsEntry("because", "it is a stream")
                .containsEntry("asked", null);
    }

    @Test
    void whatOnlyTheWholeLabShowsIsExplainedAtItsEnd() throws IOException {
        new Course(folder)
                .add(
                        "04-whole.lab",
                        "---\npredict:\n  question: how many?\n  choices: [one, two]\n  answer: two\n  because: so it is\n---\n"
                                + "> socket\n...\n> socket\n...\n");
        typing.type("lab start 04").ends(0);
        assertThat(typing.type("lab next").ends(0).lines()).noneMatch(line -> line.contains("so it is"));
        typing.type("lab next").has("  because: so it is").ends(0);
    }
}
