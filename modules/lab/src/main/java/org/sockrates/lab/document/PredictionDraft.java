package org.sockrates.lab.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.expect.Complaint;
import org.sockrates.lab.expect.ScriptLine;

/** A prediction while it is read, choice by choice. */
final class PredictionDraft {
    private final ScriptLine at;
    private final String question;
    private final List<Prediction.Choice> choices = new ArrayList<>();
    private String because = "";

    PredictionDraft(ScriptLine at, String question) {
        this.at = at;
        this.question = question;
    }

    void choose(String text, boolean right) {
        choices.add(new Prediction.Choice(text, right));
    }

    void because(String text) {
        because = text;
    }

    /** Empty, with a complaint, unless there are two choices and one of them is right. */
    Optional<Prediction> finish(Complaints complaints) {
        long right = choices.stream().filter(Prediction.Choice::right).count();
        if (choices.size() < 2) {
            complain(complaints, choices.size() + " choices", "at least two");
        } else if (right != 1) {
            complain(complaints, right + " right choices", "exactly one");
        } else {
            return Optional.of(new Prediction(question, choices, because));
        }
        return Optional.empty();
    }

    private void complain(Complaints complaints, String actual, String expected) {
        complaints.add(Complaint.about(at, "predict", actual, expected));
    }
}
