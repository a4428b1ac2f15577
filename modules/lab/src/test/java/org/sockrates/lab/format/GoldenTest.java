package org.sockrates.lab.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabVerdict;
import org.sockrates.lab.run.Runs;
import org.sockrates.lab.run.StepResult;
import org.w3c.dom.Document;

/** The formats, word for word. {@code -Dgolden.write=DIRECTORY} writes what they are now. */
final class GoldenTest {
    private final LabText text = new LabText(UnaryOperator.identity());

    @Test
    void textIsAsItWas() throws IOException {
        List<LabResult> results = new Samples().all();
        List<String> lines = new ArrayList<>();
        results.forEach(result -> lines.addAll(text.lines(result)));
        lines.add(text.summary(results));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertGolden("results.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void junitIsAsItWasAndIsXml() throws Exception {
        String xml = write(out -> new JunitWriter(out, text));
        assertGolden("results.xml", xml);
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(8);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(2);
    }

    @Test
    void tapIsAsItWas() throws IOException {
        assertGolden("results.tap", write(out -> new TapWriter(out, text)));
    }

    @Test
    void gradescopeIsAsItWasAndIsJson() throws IOException {
        String json = write(judged(new Samples().all()), out -> new GradescopeWriter(out, text));
        assertGolden("results.json", json.replace("},{", "},\n{") + "\n");
        List<?> tests = (List<?>) JSON.std.mapFrom(json).get("tests");
        assertThat(tests).hasSize(4);
        int score = tests.stream()
                .mapToInt(test -> (int) ((Map<?, ?>) test).get("score"))
                .sum();
        assertThat(score).isEqualTo(3);
    }

    private static List<LabResult> judged(List<LabResult> results) {
        return results.stream().filter(result -> result.verdict().judges()).toList();
    }

    @ParameterizedTest
    @EnumSource(LabVerdict.class)
    void gradescopeIsToldNothingOfALabThatSaysNothing(LabVerdict verdict) throws IOException {
        LabResult late = new Samples().late();
        LabResult result = new LabResult(late.lab(), verdict, "why", late.steps(), late.took(), List.of());
        List<LabResult> both = List.of(late, result);
        boolean silent =
                List.of("SKIPPED", "NOT_STARTED", "AT_FAULT", "INTERRUPTED").contains(verdict.name());
        assertThat(GradescopeWriter.unjudged(both)).isEqualTo(silent ? Optional.of(result) : Optional.empty());
        if (silent) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> write(both, out -> new GradescopeWriter(out, text)))
                    .withMessage("late.lab: " + verdict);
        } else {
            assertThat(write(both, out -> new GradescopeWriter(out, text))).contains("\"number\":\"2\"");
        }
    }

    @Test
    void aLabAtFaultWhoseStepsAllPassedIsAnErrorOfItsOwn() throws IOException {
        LabResult late = new Samples().late();
        List<StepResult> passed =
                late.steps().stream().filter(StepResult::passed).toList();
        LabResult fault = new LabResult(late.lab(), LabVerdict.AT_FAULT, "it threw", passed, late.took(), List.of());
        assertThat(passed).isNotEmpty();
        assertThat(write(List.of(fault), out -> new JunitWriter(out, text)))
                .contains("tests=\"" + (passed.size() + 1) + "\" failures=\"0\" errors=\"1\"")
                .contains("name=\"the lab itself\"><error message=\"it threw\">");
    }

    /** {@code prove} takes a row for a key whose first word, quoted or not, ends with a colon; no row of a list may be one. */
    @Test
    void noRowOfTapIsTakenForAKey() throws IOException {
        LabResult late = new Samples().late();
        List<String> remarks = List.of("program: x", ": \\ \"", "a : b");
        LabResult told = new LabResult(late.lab(), late.verdict(), "", late.steps(), late.took(), remarks);
        assertThat(write(List.of(told), out -> new TapWriter(out, text)))
                .contains("    - \"  program: x\"\n    - \"  \\x3a \\\\ \\\"\"\n    - \"  a : b\"\n")
                .doesNotContainPattern("\n *- +\\S+ *:(\\s|$)");
    }

    @Test
    void whatATimeLimitLeftOutIsAnErrorAndNotSkipped() throws IOException {
        LabResult late = new Samples().late();
        assertThat(write(List.of(late), out -> new JunitWriter(out, text)))
                .contains("tests=\"3\" failures=\"0\" errors=\"1\" skipped=\"0\"")
                .contains("<error message=\"time limit of 200ms reached\">");
        assertThat(write(List.of(late), out -> new TapWriter(out, text)))
                .contains("    not ok 3 - > status\n      ---\n      message: \"time limit of 200ms reached\"\n")
                .contains("not ok 1 - late.lab\n  ---\n  message: \"TIMED OUT: time limit of 200ms reached\"\n  ...\n");
    }

    @Test
    void aLabInAFolderAboveIsAClassWithoutDots() throws IOException {
        LabDocument lab = new Samples().named("a.lab", "> status\nok\n");
        LabDocument above =
                new LabDocument(Path.of("..", "labs", "a.lab"), lab.frontMatter(), lab.steps(), lab.folder());
        LabResult result = new Runs().on("status", 0, "ok").run(above);
        assertThat(write(List.of(result), out -> new JunitWriter(out, text))).contains("classname=\"labs.a\"");
    }

    private interface Opening {
        ResultWriter open(OutputStream out) throws IOException;
    }

    private String write(Opening opening) throws IOException {
        return write(new Samples().all(), opening);
    }

    private static String write(List<LabResult> results, Opening opening) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ResultWriter writer = opening.open(out)) {
            for (LabResult result : results) {
                writer.write(result);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void assertGolden(String name, String now) throws IOException {
        String writeTo = System.getProperty("golden.write");
        if (writeTo != null) {
            Files.writeString(Path.of(writeTo, name), now);
        }
        try (InputStream golden = GoldenTest.class.getResourceAsStream(name)) {
            assertThat(golden).as(name).isNotNull();
            assertThat(now).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
