package org.sockrates.lab.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.sockrates.lab.expect.Complaint;

/** The complaints about one file; after the first hundred the rest is only counted. */
final class Complaints {
    private static final int MOST = 100;

    private final List<Complaint> kept = new ArrayList<>();
    private int more;

    void add(Complaint complaint) {
        if (kept.size() < MOST) {
            kept.add(complaint);
        } else {
            more++;
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /** Whether there is one about a line already. */
    boolean about(int line) {
        return kept.stream().anyMatch(complaint -> complaint.line() == line);
    }

    /** Whether there is one already about one of these. */
    boolean about(Set<String> whats) {
        return kept.stream().anyMatch(complaint -> whats.contains(complaint.what()));
    }

    /** In the order of the file, and at the end how many were left out. */
    List<Complaint> sorted() {
        List<Complaint> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparingInt(Complaint::line).thenComparingInt(Complaint::column));
        if (more > 0) {
            Complaint last = sorted.get(sorted.size() - 1);
            sorted.add(new Complaint(last.line(), last.column(), "more problems", Integer.toString(more), "none"));
        }
        return sorted;
    }
}
