package org.sockrates.lab.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabVerdict;
import org.sockrates.lab.run.StepResult;
import org.sockrates.lab.run.StepResult.Skipped;

/** JUnit's XML, as build servers read it: a lab is a test suite, a step a test case. */
public final class JunitWriter implements ResultWriter {
    private final OutputStream out;
    private final XMLStreamWriter xml;
    private final LabText text;
    private boolean closed;

    /** @param out closed with this writer */
    public JunitWriter(OutputStream out, LabText text) throws IOException {
        this.out = out;
        this.text = text;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "sockrates");
        } catch (XMLStreamException wrong) {
            throw io(wrong);
        }
    }

    @Override
    public void write(LabResult result) throws IOException {
        try {
            writeSuite(result);
            xml.flush();
        } catch (XMLStreamException wrong) {
            throw io(wrong);
        }
    }

    private void writeSuite(LabResult result) throws XMLStreamException {
        List<StepResult> steps = result.steps();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", result.lab().title());
        attribute("file", result.lab().file().toString());
        boolean alone = isAtFaultAlone(result);
        attribute("tests", Integer.toString(steps.size() + (alone ? 1 : 0)));
        attribute("failures", count(steps, StepResult::failed));
        attribute("errors", alone ? "1" : count(steps, step -> isError(result, step)));
        attribute("skipped", count(steps, step -> isSkipped(result, step)));
        attribute("time", seconds(result.took()));
        for (StepResult step : steps) {
            writeCase(result, step);
        }
        if (alone) {
            writeFault(result);
        }
        List<String> remarks = result.remarks();
        if (!remarks.isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("system-out");
            xml.writeCharacters(remarks.stream().map(text::escape).collect(Collectors.joining("\n")));
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void writeCase(LabResult result, StepResult step) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("classname", className(result.lab().file()));
        attribute("name", step.step().line() + ": " + step.step().prompted());
        attribute("time", seconds(step.took()));
        Optional<String> problem = LabText.problem(result, step);
        if (problem.isPresent()) {
            writeProblem(step.failed() ? "failure" : "error", problem.get(), text.lines(result.lab(), step));
        } else if (step.verdict() instanceof Skipped skipped) {
            xml.writeEmptyElement("skipped");
            attribute("message", skipped.reason());
        }
        xml.writeEndElement();
    }

    /** Whether the lab's verdict is bad, and none of its steps shows it: who reads steps alone would take it for passed. */
    private static boolean isAtFaultAlone(LabResult result) {
        return result.verdict() == LabVerdict.AT_FAULT
                && result.steps().stream()
                        .allMatch(step -> LabText.problem(result, step).isEmpty());
    }

    private void writeFault(LabResult result) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("classname", className(result.lab().file()));
        attribute("name", "the lab itself");
        writeProblem("error", result.reason(), List.of());
        xml.writeEndElement();
    }

    /** The folders as packages, the lab as the class: labs of one name in two folders are two. */
    private static String className(Path lab) {
        return StreamSupport.stream(lab.normalize().spliterator(), false)
                .map(Path::toString)
                .filter(folder -> !folder.equals(".."))
                .collect(Collectors.joining("."))
                .replaceFirst("\\.lab$", "");
    }

    private void writeProblem(String element, String message, List<String> lines) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message);
        xml.writeCharacters("\n" + String.join("\n", lines) + "\n");
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, text.escape(value));
    }

    private static boolean isError(LabResult result, StepResult step) {
        return !step.failed() && LabText.problem(result, step).isPresent();
    }

    private static boolean isSkipped(LabResult result, StepResult step) {
        return step.verdict() instanceof Skipped && !result.leftOut(step);
    }

    private static String count(List<StepResult> steps, Predicate<StepResult> which) {
        return Long.toString(steps.stream().filter(which).count());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    private static IOException io(XMLStreamException wrong) {
        return wrong.getNestedException() instanceof IOException cause ? cause : new IOException(wrong);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException wrong) {
            throw io(wrong);
        }
    }
}
