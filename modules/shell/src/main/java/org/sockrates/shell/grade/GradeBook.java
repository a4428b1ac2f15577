package org.sockrates.shell.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabResult;
import org.sockrates.report.CsvReport;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.text.Columns;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.text.Cut;

/** What was graded, submission by submission. */
final class GradeBook {
    private static final int LONGEST_NAME = 40;
    private static final List<String> HEADINGS =
            List.of("submission", "lab", "verdict", "points", "of", "passed_steps", "steps", "seconds", "reason");

    private final List<Page> pages = new ArrayList<>();
    private final LabText text;

    GradeBook(LabText text) {
        this.text = text;
    }

    /**
     * One submission's results.
     *
     * @param name empty where there is but one, which was named by its program
     * @param labs the same results, for programs
     */
    record Page(String name, List<LabResult> results, Object labs) {
        int earned() {
            return results.stream().mapToInt(LabResult::earned).sum();
        }

        int possible() {
            return results.stream().mapToInt(LabResult::possible).sum();
        }
    }

    void add(Page page) {
        pages.add(page);
    }

    List<LabResult> results() {
        return pages.stream().flatMap(page -> page.results().stream()).toList();
    }

    /** A row for each submission, the labs beside each other, and the sum. */
    List<String> lines() {
        Columns table = new Columns("submission", "points", "of", "passed", "labs").right(1, 2, 3, 4);
        for (Page page : pages) {
            table.row(
                    shortened(SafeText.escape(page.name())),
                    Integer.toString(page.earned()),
                    Integer.toString(page.possible()),
                    Long.toString(
                            page.results().stream().filter(LabResult::passed).count()),
                    Integer.toString(page.results().size()));
        }
        return table.lines();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, Cut.before(name, LONGEST_NAME - 3)) + "...";
    }

    List<Object> json() {
        return pages.stream()
                .map(page -> (Object) Json.object(
                        "submission", page.name().isEmpty() ? null : page.name(),
                        "points", page.earned(),
                        "of", page.possible(),
                        "labs", page.labs()))
                .toList();
    }

    /** Comma-separated values, a row for each lab of each submission. */
    String csv() {
        StringBuilder out = new StringBuilder(CsvReport.row(HEADINGS));
        for (Page page : pages) {
            page.results().forEach(result -> out.append(CsvReport.row(cells(page.name(), result))));
        }
        return out.toString();
    }

    private List<String> cells(String submission, LabResult result) {
        return List.of(
                submission,
                result.lab().name(),
                result.verdict().name().toLowerCase(Locale.ROOT),
                Integer.toString(result.earned()),
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
