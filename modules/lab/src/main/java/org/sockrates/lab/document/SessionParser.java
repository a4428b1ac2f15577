package org.sockrates.lab.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.expect.Complaint;
import org.sockrates.lab.expect.Expectation;
import org.sockrates.lab.expect.ExpectationParser;
import org.sockrates.lab.expect.NearPrompt;
import org.sockrates.lab.expect.Placeholders;
import org.sockrates.lab.expect.ScriptLine;

/** Reads sessions: commands, what each must show, and comments. The blocks of one file share their captures. */
final class SessionParser {
    private static final int MOST_STEPS = 1000;
    private static final Pattern COMMAND = Pattern.compile("([a-z][a-z0-9_.-]{0,15})?>(?: +(.*))?");

    private static final String PROMPT = "a prompt in small letters and a blank behind it: ";

    private final Vocabulary vocabulary;
    private final LabFolder folder;
    private final Complaints complaints;
    private final Annotations annotations;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> captured = new HashSet<>();
    private final List<ScriptLine> blanks = new ArrayList<>();
    private @Nullable Pending pending;
    private boolean astray;

    /** A command whose expected lines are still being read. */
    private record Pending(
            int line, String prompt, String command, Annotations.Taken annotations, ExpectationParser expected) {}

    /** @param given placeholders that have values before the first line */
    SessionParser(Vocabulary vocabulary, LabFolder folder, Set<String> given, Complaints complaints) {
        this.vocabulary = vocabulary;
        this.folder = folder;
        captured.addAll(given);
        this.complaints = complaints;
        this.annotations = new Annotations(complaints);
    }

    void parse(List<ScriptLine> block) {
        block.forEach(this::parse);
        finishStep();
        annotations.end();
    }

    List<Step> steps() {
        return steps;
    }

    /** Whether a placeholder has a value at the end. */
    boolean captures(String name) {
        return captured.contains(name);
    }

    private void parse(ScriptLine line) {
        Matcher command = COMMAND.matcher(line.text());
        if (line.text().isBlank()) {
            blanks.add(line);
        } else if (line.text().startsWith("#")) {
            blanks.clear();
            annotations.add(line);
        } else if (command.matches()) {
            finishStep();
            startStep(line, command);
        } else {
            expect(line);
        }
    }

    private void startStep(ScriptLine line, Matcher parts) {
        String prompt = Optional.ofNullable(parts.group(1)).orElse("");
        String command = Optional.ofNullable(parts.group(2)).orElse("").stripTrailing();
        int column = line.column() + Math.max(0, parts.start(2));
        if (command.isEmpty()) {
            complaints.add(Complaint.about(line, "command", "empty", "a command after " + prompt + ">"));
        } else if (!complaints.about(line.number())) { // bad characters would be complained about again
            checkCaptures(line, column, command);
            vocabulary
                    .toCommand(command, folder)
                    .ifPresent(wrong -> complain(
                            line.number(), column + wrong.at(), wrong.what(), wrong.actual(), wrong.expected()));
        }
        begin(line, prompt, command);
    }

    private void begin(ScriptLine line, String prompt, String command) {
        ExpectationParser expected = new ExpectationParser(complaints::add);
        pending = new Pending(line.number(), prompt, command, annotations.take(), expected);
    }

    private void checkCaptures(ScriptLine line, int column, String command) {
        for (String name : Placeholders.usedBy(command)) {
            if (!captured.contains(name)) {
                int at = column + command.indexOf("{" + name + "}");
                String text = "; as text, \\x7b" + name + "}";
                complain(line.number(), at, "capture", "{" + name + "}", "a name that a line above captures" + text);
            }
        }
    }

    private void expect(ScriptLine line) {
        Pending step = pending;
        Optional<String> nearly = step == null || astray ? NearPrompt.meant(line.text()) : Optional.empty();
        if (nearly.isPresent()) {
            complaints.add(Complaint.about(line, "line", line.text(), "for a command, " + PROMPT + nearly.get()));
            finishStep();
            begin(line, "", nearly.get());
            astray = true;
        } else if (step == null) {
            complaints.add(Complaint.about(line, "line", line.text(), "a command above it, such as: tcp> socket"));
        } else {
            blanks.forEach(step.expected::add);
            step.expected.add(line);
        }
        blanks.clear();
    }

    private void finishStep() {
        blanks.clear();
        Pending step = pending;
        pending = null;
        if (step == null) {
            return;
        }
        Expectation expectation = step.expected.end();
        captured.addAll(expectation.captures());
        if (steps.size() == MOST_STEPS) {
            complain(step.line, 1, "steps", "more than " + MOST_STEPS, "at most " + MOST_STEPS);
        }
        Annotations.Taken above = step.annotations;
        steps.add(new Step(
                step.line,
                step.prompt,
                step.command,
                expectation,
                above.points(),
                above.notes(),
                above.hints(),
                above.prediction()));
    }

    private void complain(int line, int column, String what, String actual, String expected) {
        complaints.add(new Complaint(line, column, what, actual, expected));
    }
}
