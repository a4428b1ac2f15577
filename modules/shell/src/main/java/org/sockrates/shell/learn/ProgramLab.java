package org.sockrates.shell.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Prediction;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.document.Step;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

/**
 * A lab that judges a program, as who is to write it begins it: what the program must do, and the lab's questions one after
 * the other. It has no steps to type: the program is worked on elsewhere, and graded.
 */
final class ProgramLab {
    private static final String TOLD = "is told:  ";
    private static final String JUDGES = "judges a program of yours:  ";

    private final LabDocument lab;
    private final List<Prediction> predictions;
    private int asked;
    private OpenQuestion question;

    ProgramLab(LabDocument lab) {
        this.lab = lab;
        predictions = Stream.concat(
                        lab.frontMatter().prediction().stream(),
                        lab.steps().stream().map(Step::prediction).flatMap(Optional::stream))
                .toList();
        question = question(0);
    }

    private OpenQuestion question(int index) {
        return index < predictions.size() ? new OpenQuestion(predictions.get(index)) : OpenQuestion.NONE;
    }

    String title() {
        return lab.title();
    }

    /** What it asks of the program, how to have it judged, and the first question. */
    Reply opening(List<String> before) {
        List<String> task = lab.steps().get(0).notes().stream()
                .filter(note -> !note.isEmpty())
                .toList();
        List<String> lines = new ArrayList<>(before);
        lines.addAll(BegunLab.heading(lab));
        lines.addAll(Fold.page("  ", task.stream().map(SafeText::escape).toList()));
        lines.addAll(Fold.escaped("in full:  ", lab.file().toString()));
        List<String> hints = lab.frontMatter().hints();
        if (hints.stream().noneMatch(ProgramLab::isHowToGrade)) {
            lines.add(JUDGES + "see  help grade");
        }
        hints.forEach(hint -> lines.addAll(Fold.escaped(isHowToGrade(hint) ? JUDGES : "hint:  ", hint)));
        lines.addAll(told());
        lines.addAll(question.lines());
        return Reply.of(
                lines, WalkJson.ofProgram(lab, task, predictions.stream().findFirst()));
    }

    /** What the words that start it are to take, beside the usual. */
    private List<String> told() {
        List<String> takes = lab.frontMatter().takes();
        String names = takes.stream().map(name -> ", {" + name + "}").collect(Collectors.joining());
        return takes.isEmpty()
                ? List.of()
                : Fold.escaped(TOLD, "{" + ProgramRole.PORT + "}" + names + ", among its words");
    }

    private static boolean isHowToGrade(String hint) {
        return hint.startsWith("grade ");
    }

    /** Why is told at once, right or not: no step here shows it. Then the next question is asked. */
    Reply predict(String choice) {
        if (asked == predictions.size()) {
            throw new UsageException(
                    "predict: nothing more is asked (expected: a lab's question); grade judges the program");
        }
        OpenQuestion next = question(asked + 1);
        Reply reply = question.answer(choice, next);
        asked++;
        question = next;
        return reply;
    }
}
