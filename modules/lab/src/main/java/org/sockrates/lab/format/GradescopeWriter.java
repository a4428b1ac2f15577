package org.sockrates.lab.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.StepResult;

/**
 * Gradescope's {@code results.json}: a test for each lab, and one for each step with points of its own. It has points or none,
 * and no word for a lab that was not tried: of such there is no document.
 */
public final class GradescopeWriter implements ResultWriter {
    private final LabText text;
    private final JsonGenerator json;
    private int labs;
    private boolean closed;

    /** @param out closed with this writer */
    public GradescopeWriter(OutputStream out, LabText text) throws IOException {
        this.text = text;
        json = JSON.std.getStreamingFactory().createGenerator(out);
        json.writeStartObject();
        json.writeArrayFieldStart("tests");
    }

    /** The first lab that says nothing of what was judged, so that no document may stand; empty where all do. */
    public static Optional<LabResult> unjudged(List<LabResult> results) {
        return results.stream().filter(result -> !result.verdict().judges()).findFirst();
    }

    /** @throws IllegalArgumentException for a lab that says nothing of what was judged */
    @Override
    public void write(LabResult result) throws IOException {
        if (!result.verdict().judges()) {
            throw new IllegalArgumentException(result.lab().name() + ": " + result.verdict());
        }
        labs++;
        int whole = result.passed() ? result.lab().wholePoints() : 0;
        String lines = String.join("\n", text.lines(result));
        start(Integer.toString(labs), result.lab().title(), result.passed(), lines);
        end(whole, result.lab().wholePoints());
        int number = 0;
        for (StepResult step : result.steps()) {
            if (step.step().points() > 0) {
                number++;
                String why = String.join("\n", text.lines(result.lab(), step));
                start(labs + "." + number, step.step().prompted(), step.passed(), why);
                end(step.earned(), step.step().points());
            }
        }
        json.flush();
    }

    private void start(String number, String name, boolean passed, String output) throws IOException {
        json.writeStartObject();
        json.writeStringField("number", number);
        json.writeStringField("name", text.escape(name));
        json.writeStringField("status", passed ? "passed" : "failed");
        json.writeStringField("output_format", "text");
        json.writeStringField("output", output);
    }

    private void end(int score, int most) throws IOException {
        json.writeNumberField("score", score);
        json.writeNumberField("max_score", most);
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (json) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
