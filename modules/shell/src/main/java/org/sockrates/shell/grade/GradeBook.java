package org.sockrates.shell.grade;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabVerdict;
import org.sockrates.report.CsvReport;
import org.sockrates.report.OutputFile;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.text.Columns;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.text.Cut;

/** What was graded, submission by submission, and a row for each lab of each, written as it comes. */
final class GradeBook {
    private static final int LONGEST_NAME = 40;
    private static final List<String> HEADINGS =
            List.of("submission", "lab", "verdict", "points", "of", "passed_steps", "steps", "seconds", "reason");

    private final List<Page> pages = new ArrayList<>();
    private final LabText text;
    private final OutputStream rows;
    private @Nullable IOException unwritten;
    private boolean interrupted;
    private boolean leftOut;

    /** @param rows for comma-separated values */
    GradeBook(LabText text, OutputStream rows) {
        this.text = text;
        this.rows = rows;
    }

    /**
     * One submission's results.
     *
     * @param name empty where there is but one, which was named by its program
     * @param labs the same results, for programs
     */
    record Page(String name, List<LabResult> results, Object labs) {
        boolean isInterrupted() {
            return results.stream().anyMatch(result -> result.verdict() == LabVerdict.INTERRUPTED);
        }

        /** Whether its points say anything. */
        boolean isJudged() {
            return results.stream().allMatch(result -> result.verdict().judges());
        }

        int earned() {
            return results.stream().mapToInt(LabResult::earned).sum();
        }

        int possible() {
            return results.stream().mapToInt(LabResult::possible).sum();
        }
    }

    /** What cannot be written is told at the end: the others are to be graded all the same. */
    void add(Page page) {
        pages.add(page);
        try {
            if (unwritten == null) {
                write(pages.size() - 1);
            }
        } catch (IOException full) {
            unwritten = full;
        }
    }

    private void write(int number) throws IOException {
        Page page = pages.get(number);
        String headings = number == 0 ? CsvReport.row(HEADINGS) : "";
        String own = page.results().stream()
                .map(result -> CsvReport.row(cells(page.name(), result)))
                .collect(Collectors.joining());
        rows.write((headings + own).getBytes(StandardCharsets.UTF_8));
        rows.flush();
    }

    /** Somebody ended it. */
    void interrupt() {
        interrupted = true;
    }

    /** Not all are graded. */
    void leaveOut() {
        leftOut = true;
    }

    /** What grading ends with. */
    int status() {
        if (interrupted) {
            return ExitStatus.INTERRUPTED;
        }
        return leftOut ? ExitStatus.NETWORK : LabResult.exitStatus(results());
    }

    /**
     * Looks whether all rows are there: a program that was graded may have put others in their place.
     *
     * @param file what the rows were written to
     * @throws IOException why not all of them are
     */
    void finish(OutputStream file) throws IOException {
        if (unwritten != null) {
            throw unwritten;
        }
        if (file instanceof OutputFile written && written.beginsAgain()) {
            for (int i = 0; i < pages.size(); i++) {
                write(i);
            }
        }
    }

    List<LabResult> results() {
        return pages.stream().flatMap(page -> page.results().stream()).toList();
    }

    /** A row for each submission: its points, and how many labs it passed. */
    List<String> lines() {
        Columns table = new Columns("submission", "points", " labs passed").right(1, 2);
        for (Page page : pages) {
            String earned = page.isJudged() ? Integer.toString(page.earned()) : "n/a";
            long passed = page.results().stream().filter(LabResult::passed).count();
            table.row(
                    shortened(SafeText.escape(page.name())),
                    earned + " of " + page.possible(),
                    passed + " of " + page.results().size());
        }
        return table.lines();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, Cut.before(name, LONGEST_NAME - 3)) + "...";
    }

    List<Object> json() {
        return pages.stream()
                .map(page -> (Object) Json.object(
                        "submission",
                        page.name().isEmpty() ? null : page.name(),
                        "points",
                        page.isJudged() ? page.earned() : null,
                        "of",
                        page.possible(),
                        "labs",
                        page.labs()))
                .toList();
    }

    private List<String> cells(String submission, LabResult result) {
        return List.of(
                submission,
                result.lab().name(),
                result.verdict().word(),
                result.verdict().judges() ? Integer.toString(result.earned()) : "",
                Integer.toString(result.possible()),
                Integer.toString(result.passedSteps()),
                Integer.toString(result.steps().size()),
                String.format(Locale.ROOT, "%.3f", result.took().toNanos() / 1e9),
                Stream.concat(
                                Stream.of(text.why(result)),
                                result.remarks().stream().limit(1))
                        .filter(told -> !told.isEmpty())
                        .collect(Collectors.joining("; ")));
    }
}
