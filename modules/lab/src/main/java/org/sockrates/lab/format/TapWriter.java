package org.sockrates.lab.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabVerdict;
import org.sockrates.lab.run.StepResult;
import org.sockrates.lab.run.StepResult.Skipped;

/** The Test Anything Protocol, version 14: a lab is a test with its steps as subtests. */
public final class TapWriter implements ResultWriter {
    private static final String INDENT = "    ";
    private static final Pattern KEY = Pattern.compile("^(\" +):(?= )");

    private final OutputStream out;
    private final LabText text;
    private int labs;
    private boolean closed;

    /** @param out closed with this writer */
    public TapWriter(OutputStream out, LabText text) throws IOException {
        this.out = out;
        this.text = text;
        line("TAP version 14");
    }

    @Override
    public void write(LabResult result) throws IOException {
        labs++;
        List<StepResult> steps = result.steps();
        line("# Subtest: " + description(result.lab().title()));
        line(INDENT + "1.." + steps.size());
        for (int i = 0; i < steps.size(); i++) {
            writeStep(result, steps.get(i), i + 1);
        }
        writeLab(result);
        out.flush();
    }

    private void writeLab(LabResult result) throws IOException {
        String test = labs + " - " + description(result.lab().title());
        if (result.verdict() == LabVerdict.SKIPPED) {
            line("ok " + test + " # SKIP " + description(result.reason()));
        } else if (result.passed()) {
            line("ok " + test);
        } else {
            line("not ok " + test);
            line("  ---");
            line("  message: " + quoted(LabText.words(result)));
            List<String> remarks = result.remarks();
            if (!remarks.isEmpty()) {
                line("  remarks:");
                for (String remark : remarks) {
                    row("    ", "  " + remark);
                }
            }
            line("  ...");
        }
    }

    private void writeStep(LabResult result, StepResult step, int number) throws IOException {
        String test = number + " - " + description(step.step().prompted());
        Optional<String> problem = LabText.problem(result, step);
        if (problem.isPresent()) {
            line(INDENT + "not ok " + test);
            writeDiagnostics(result, step, problem.get());
        } else if (step.verdict() instanceof Skipped skipped) {
            line(INDENT + "ok " + test + " # SKIP " + description(skipped.reason()));
        } else {
            line(INDENT + "ok " + test);
        }
    }

    private void writeDiagnostics(LabResult result, StepResult step, String message) throws IOException {
        String indent = INDENT + "  ";
        line(indent + "---");
        line(indent + "message: " + quoted(message));
        line(indent + "at:");
        line(indent + "  file: " + quoted(result.lab().file().toString()));
        line(indent + "  line: " + LabText.line(step));
        line(indent + "diff:");
        for (String row : text.lines(result.lab(), step)) {
            row(indent + "  ", row);
        }
        line(indent + "...");
    }

    // A row of a list. Its blanks keep TAP::Parser from taking what is quoted for a key, unless a colon is next.
    private void row(String indent, String row) throws IOException {
        line(indent + "- " + KEY.matcher(quoted(row)).replaceFirst("$1\\\\x3a"));
    }

    private String description(String raw) {
        return text.escape(raw).replace("\\", "\\\\").replace("#", "\\#");
    }

    // A YAML string in double quotes; whatever is not plainly visible was escaped before.
    private String quoted(String raw) {
        return '"' + text.escape(raw).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void line(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            line("1.." + labs);
        }
    }
}
