package org.sockrates.shell.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.Prediction;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.WholeText;

/** What a student was asked before a step. Who answers right is told why at once; everybody else when the step has shown it. */
final class OpenQuestion {
    /** Nothing was asked. */
    static final OpenQuestion NONE = new OpenQuestion(null);

    private final @Nullable Prediction asked;
    private int answered;
    private boolean told;

    OpenQuestion(@Nullable Prediction asked) {
        this.asked = asked;
    }

    /** The question, as it is asked, or what was answered. */
    List<String> lines() {
        if (asked == null) {
            return List.of();
        }
        int choices = asked.choices().size();
        List<String> lines = new ArrayList<>(Fold.escaped("", asked.question()));
        for (int i = 0; i < choices; i++) {
            lines.addAll(
                    Fold.escaped("  " + (i + 1) + "  ", asked.choices().get(i).text()));
        }
        if (answered > 0) {
            lines.add("answered with " + answered + ";  lab next  goes on");
            return lines;
        }
        lines.add(IntStream.rangeClosed(1, choices)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("|", "answer with  predict ", "")));
        return lines;
    }

    /**
     * An answer, where the next step shows what is right.
     *
     * @param typed a choice's number, from 1 on, or all its words
     */
    Reply answer(String typed) {
        boolean right = isRight(typed);
        List<String> lines = new ArrayList<>(List.of(right ? "yes" : "no; watch what happens"));
        if (right) {
            lines.addAll(why("  "));
        }
        told = right;
        lines.add("see it:  lab next");
        return Reply.of(lines, json(right, right, NONE));
    }

    /** An answer, where nothing else shows what is right: why is told at once, and the next question follows. */
    Reply answer(String typed, OpenQuestion next) {
        boolean right = isRight(typed);
        List<String> lines = new ArrayList<>(List.of(right ? "yes" : "no"));
        lines.addAll(why("  "));
        lines.addAll(next.lines());
        return Reply.of(lines, json(right, true, next));
    }

    private boolean isRight(String typed) {
        if (asked == null) {
            throw new UsageException("predict: nothing was asked (expected: a lab's question);  lab next  goes on");
        }
        answered = choice(asked.choices(), typed);
        return asked.choices().get(answered - 1).right();
    }

    private Object json(boolean right, boolean tellsWhy, OpenQuestion next) {
        String because = tellsWhy && asked != null && !asked.because().isEmpty() ? asked.because() : null;
        return Json.object(
                "choice",
                answered,
                "right",
                right,
                "because",
                because,
                "asked",
                next.asked == null ? null : WalkJson.question(next.asked));
    }

    private static int choice(List<Prediction.Choice> choices, String typed) {
        for (int i = 0; i < choices.size() && !typed.matches("[0-9]+"); i++) {
            if (choices.get(i).text().equalsIgnoreCase(typed)) {
                return i + 1;
            }
        }
        return WholeText.parse("predict", typed, 1, choices.size());
    }

    /** Why the right answer is right, to one who has not been told. */
    List<String> owed() {
        return told ? List.of() : why("  because: ");
    }

    private List<String> why(String head) {
        return asked == null || asked.because().isEmpty() ? List.of() : Fold.escaped(head, asked.because());
    }
}
