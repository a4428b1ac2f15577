package org.sockrates.lab.expect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines under a command: what it must show. One for each command. */
public final class ExpectationParser {
    private static final Pattern STATUS = Pattern.compile("\\[([0-9]+)\\]");
    private static final Pattern EVENTUALLY = Pattern.compile("\\(eventually\\b([^()]*)\\)");
    private static final int HIGHEST_STATUS = 255;

    private final Consumer<Complaint> complaints;
    private final List<Block> blocks = new ArrayList<>();
    private List<Line> bag = new ArrayList<>();
    private @Nullable ScriptLine bagStart;
    private int status;
    private int statusLine;
    private Optional<Duration> eventually = Optional.empty();

    /** @param complaints given all that is wrong */
    public ExpectationParser(Consumer<Complaint> complaints) {
        this.complaints = complaints;
    }

    /** Reads the next line. */
    public void add(ScriptLine line) {
        String text = line.text().stripTrailing();
        Matcher statusText = STATUS.matcher(text);
        Matcher limit = EVENTUALLY.matcher(text);
        if (statusLine > 0) {
            complain(line, "line after the exit status", text, "[n] as the last line under a command");
        } else if (limit.matches()) {
            eventually(line, limit.group(1).strip());
        } else if (text.equals("(unordered")) {
            openBag(line);
        } else if (text.equals(")") && bagStart != null) {
            closeBag();
        } else if (statusText.matches()) {
            status(line, statusText.group(1));
        } else {
            expected(LineParser.parse(line, complaints));
        }
    }

    private void expected(Line line) {
        if (bagStart == null) {
            blocks.add(new Block(List.of(line)));
        } else if (bag.isEmpty() || !bag.get(bag.size() - 1).lazy()) {
            bag.add(line);
        } else {
            bag.add(bag.size() - 1, line); // other lines may come: whatever fits none of the lines named
        }
    }

    private void eventually(ScriptLine line, String text) {
        Optional<Duration> limit = Durations.parse(text);
        if (limit.isEmpty()) {
            complain(line, "eventually", text, "a time such as 500ms or 2s");
        } else if (!blocks.isEmpty() || bagStart != null || eventually.isPresent()) {
            complain(line, "eventually", text, "once, as the first line under its command");
        }
        eventually = limit;
    }

    private void status(ScriptLine line, String digits) {
        statusLine = line.number();
        if (digits.length() > 3 || Integer.parseInt(digits) > HIGHEST_STATUS) {
            complain(line, "exit status", digits, "0 to " + HIGHEST_STATUS);
            return;
        }
        status = Integer.parseInt(digits);
        if (bagStart != null) {
            complain(line, "exit status", "[" + digits + "] in an unordered block", "it below the closing )");
        }
    }

    private void openBag(ScriptLine line) {
        if (bagStart != null) {
            complain(line, "unordered block", "another one inside", "the closing ) of the first");
            return;
        }
        bagStart = line;
    }

    private void closeBag() {
        blocks.add(new Block(bag));
        bag = new ArrayList<>();
        bagStart = null;
    }

    /** The end of the lines under the command. */
    public Expectation end() {
        ScriptLine open = bagStart;
        if (open != null) {
            complain(open, "unordered block", "not closed", "a line that is ) alone");
            closeBag();
        }
        return new Expectation(blocks, status, statusLine, eventually);
    }

    private void complain(ScriptLine line, String what, String actual, String expected) {
        complaints.accept(Complaint.about(line, what, actual, expected));
    }
}
