package org.sockrates.lab.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.expect.Complaint;
import org.sockrates.lab.expect.NearWord;
import org.sockrates.lab.expect.ScriptLine;

/** Comments, collected for the command below them: notes, {@code hint:}, {@code points:}, {@code predict:}. */
final class Annotations {
    private static final List<String> KEYS = List.of("hint", "points", "predict", "because");
    private static final Pattern KEYED =
            Pattern.compile("(" + String.join("|", KEYS) + "):\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("([a-z]+)\\s*[:=]");
    private static final Pattern BARE = Pattern.compile("(" + String.join("|", KEYS) + ")|points [0-9]+|hint .*");
    private static final Pattern CHOICE = Pattern.compile("\\[([ xX])\\]\\s+(.*)");

    private final Complaints complaints;
    private final List<String> notes = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();
    private @Nullable Integer points;
    private @Nullable PredictionDraft prediction;
    private @Nullable ScriptLine lastKeyed;

    /** What stood above one command. */
    record Taken(List<String> notes, List<String> hints, int points, Optional<Prediction> prediction) {}

    Annotations(Complaints complaints) {
        this.complaints = complaints;
    }

    void add(ScriptLine comment) {
        String text = comment.text().substring(1).strip();
        Matcher keyed = KEYED.matcher(text);
        Matcher choice = CHOICE.matcher(text);
        PredictionDraft draft = prediction;
        if (keyed.matches()) {
            lastKeyed = comment;
            keyed(comment, keyed.group(1).toLowerCase(Locale.ROOT), keyed.group(2));
        } else if (draft != null && choice.matches()) {
            draft.choose(choice.group(2), !choice.group(1).isBlank());
        } else {
            misspelt(text)
                    .ifPresent(key -> complaints.add(Complaint.about(comment, "comment", text, key + ":, or a note")));
            notes.add(text);
        }
    }

    /** The key that was meant, where a comment begins with a word that is one but for a letter, a capital or the colon. */
    private static Optional<String> misspelt(String comment) {
        String text = comment.toLowerCase(Locale.ROOT);
        if (BARE.matcher(text).matches()) {
            return Optional.of(text.split(" ", 2)[0]);
        }
        Matcher word = WORD.matcher(text);
        return word.lookingAt()
                ? KEYS.stream()
                        .filter(key -> key.equals(word.group(1)) || NearWord.isNear(word.group(1), key))
                        .findFirst()
                : Optional.empty();
    }

    private void keyed(ScriptLine comment, String key, String text) {
        PredictionDraft draft = prediction;
        if (text.isEmpty()) {
            complaints.add(Complaint.about(comment, key, "empty", "a text after " + key + ":"));
        } else if (key.equals("hint")) {
            hints.add(text);
        } else if (key.equals("points")) {
            if (points != null) {
                complaints.add(Complaint.about(comment, "points", "a second time", "once for each step"));
            }
            points = points(comment, text);
        } else if (key.equals("predict")) {
            if (draft != null) {
                complaints.add(Complaint.about(comment, "predict", "a second question", "one for each step"));
            }
            prediction = new PredictionDraft(comment, text);
        } else if (draft != null) {
            draft.because(text);
        } else {
            notes.add("because: " + text);
        }
    }

    private int points(ScriptLine comment, String text) {
        int value = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
        if (value < 0 || value > LabDocument.MOST_POINTS) {
            complaints.add(Complaint.about(comment, "points", text, "0 to " + LabDocument.MOST_POINTS));
        }
        return value;
    }

    /** Everything since the last command. */
    Taken take() {
        PredictionDraft draft = prediction;
        Optional<Prediction> asked = draft == null ? Optional.empty() : draft.finish(complaints);
        Taken taken = new Taken(List.copyOf(notes), List.copyOf(hints), points == null ? 0 : points, asked);
        notes.clear();
        hints.clear();
        points = null;
        prediction = null;
        lastKeyed = null;
        return taken;
    }

    /** The end of the session: what is still here has no command to belong to. */
    void end() {
        ScriptLine left = lastKeyed;
        if (left != null) {
            complaints.add(Complaint.about(left, "comment", left.text().strip(), "a command below it"));
        }
        take();
    }
}
