package org.sockrates.bench.figure;

import java.util.List;
import java.util.Map;

/**
 * Everything one run found.
 *
 * @param command the command that takes it again
 * @param machine facts of the machine that the figures depend on, in the order to print them
 */
public record Report(String command, Map<String, String> machine, List<Section> sections) {
    /** Whether every figure that could be taken here was taken and reached its bound. */
    public boolean holds() {
        return sections.stream()
                .flatMap(section -> section.findings().stream())
                .allMatch(
                        finding -> finding instanceof Skipped || (finding instanceof Figure figure && figure.holds()));
    }
}
