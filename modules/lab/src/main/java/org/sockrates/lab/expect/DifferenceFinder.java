package org.sockrates.lab.expect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.expect.Difference.Mark;
import org.sockrates.lab.expect.Difference.Pointer;
import org.sockrates.lab.expect.Difference.Row;

/** Lays what was expected beside what came, from the point a search has reached. */
final class DifferenceFinder {
    private final List<Block> blocks;
    private final List<String> actual;
    private final Search.Node reached;
    private final Effort effort;

    DifferenceFinder(List<Block> blocks, List<String> actual, Search.Node reached, Effort effort) {
        this.blocks = blocks;
        this.actual = actual;
        this.reached = reached;
        this.effort = effort;
    }

    /**
     * Finds the difference; there must be one.
     *
     * @param statusLine where the expected status stands; 0 where it does not
     */
    Difference find(int status, int statusLine, int ended) {
        List<Laid> laid = agreed();
        List<String> came = actual.subList(reached.state().line(), actual.size());
        laid.addAll(new Alignment(rest(), came, reached.state().captures(), effort).laid());
        List<Row> rows = new ArrayList<>(laid.stream().map(Laid::row).toList());
        if (status != ended) {
            rows.add(new Row(Mark.MISSING, statusLine, "[" + status + "]"));
            rows.add(new Row(Mark.EXTRA, 0, "[" + ended + "]"));
        }
        int first = 0;
        while (first < laid.size() && laid.get(first).agrees()) {
            first++;
        }
        return first < laid.size()
                ? explain(rows, laid, first)
                : new Difference(rows, first, Optional.empty(), Reason.status(status, statusLine, ended));
    }

    private List<Laid> agreed() {
        List<Laid> agreed = new ArrayList<>();
        for (Search.Node node = reached; node != null; node = node.parent()) {
            Line took = node.took();
            if (took != null) {
                agreed.add(new Laid(took, actual.get(node.state().line() - 1)));
            }
        }
        Collections.reverse(agreed);
        return agreed;
    }

    private List<Line> rest() {
        List<Line> rest = new ArrayList<>();
        int block = reached.state().block();
        if (block < blocks.size()) {
            rest.addAll(blocks.get(block).missing(reached.state().counts()));
            blocks.subList(block + 1, blocks.size()).forEach(later -> rest.addAll(later.lines()));
        }
        return rest;
    }

    private Difference explain(List<Row> rows, List<Laid> laid, int first) {
        Line line = laid.get(first).expected();
        if (line == null) {
            return new Difference(rows, first, Optional.empty(), "this line was not expected");
        }
        Captures captures = reached.state().captures();
        Optional<String> missing = line.missing(captures);
        if (missing.isPresent()) {
            return new Difference(rows, first, Optional.empty(), Captures.noValue(missing.get()));
        }
        for (int i = first + 1; i < laid.size() && !laid.get(i).agrees(); i++) {
            String wrong = laid.get(i).actual();
            if (wrong != null) {
                Reason reason = Reason.of(line, wrong, captures, effort);
                boolean asItCame = rows.get(i).text().startsWith(wrong);
                int least =
                        line.kind() == Kind.WORDS ? 0 : 1; // where the first word is another, others may be the same
                Optional<Pointer> pointer = reason.column() >= least && asItCame
                        ? Optional.of(new Pointer(i, reason.column()))
                        : Optional.empty();
                return new Difference(rows, first, pointer, reason.text());
            }
        }
        return new Difference(rows, first, Optional.empty(), "this line did not come");
    }
}
