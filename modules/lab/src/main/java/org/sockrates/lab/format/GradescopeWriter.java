package org.sockrates.lab.format;

import com.fasterxml.jackson.jr.ob.JSON;
import com.fasterxml.jackson.jr.ob.JSONComposer;
import com.fasterxml.jackson.jr.ob.comp.ArrayComposer;
import com.fasterxml.jackson.jr.ob.comp.ObjectComposer;
import java.io.IOException;
import java.io.OutputStream;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.StepResult;

/** Gradescope's {@code results.json}: a test for each lab, and one for each step with points of its own. */
public final class GradescopeWriter implements ResultWriter {
    private final OutputStream out;
    private final LabText text;
    private final JSONComposer<OutputStream> json;
    private final ArrayComposer<ObjectComposer<JSONComposer<OutputStream>>> tests;
    private int labs;

    /** @param out closed with this writer */
    public GradescopeWriter(OutputStream out, LabText text) throws IOException {
        this.out = out;
        this.text = text;
        json = JSON.std.composeTo(out);
        tests = json.startObject().startArrayField("tests");
    }

    @Override
    public void write(LabResult result) throws IOException {
        labs++;
        int stepPoints = result.steps().stream().mapToInt(StepResult::earned).sum();
        writeTest(
                Integer.toString(labs),
                result.lab().title(),
                result.earned() - stepPoints,
                result.lab().wholePoints(),
                result.passed(),
                String.join("\n", text.lines(result)));
        int number = 0;
        for (StepResult step : result.steps()) {
            if (step.step().points() > 0) {
                number++;
                writeTest(
                        labs + "." + number,
                        step.step().prompted(),
                        step.earned(),
                        step.step().points(),
                        step.passed(),
                        String.join("\n", text.lines(result.lab(), step)));
            }
        }
        json.flush();
    }

    private void writeTest(String number, String name, int score, int most, boolean passed, String output)
            throws IOException {
        tests.startObject()
                .put("number", number)
                .put("name", text.escape(name))
                .put("score", score)
                .put("max_score", most)
                .put("status", passed ? "passed" : "failed")
                .put("output_format", "text")
                .put("output", output)
                .end();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            tests.end().end();
            json.finish();
        }
    }
}
