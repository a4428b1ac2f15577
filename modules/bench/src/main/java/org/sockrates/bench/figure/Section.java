package org.sockrates.bench.figure;

import java.util.List;

/**
 * The findings of one row of the bench.
 *
 * @param word what people type for the row
 * @param how how the figures were taken, one sentence a line
 */
public record Section(String word, List<String> how, List<Finding> findings) {
    public Section {
        how = List.copyOf(how);
        findings = List.copyOf(findings);
    }
}
