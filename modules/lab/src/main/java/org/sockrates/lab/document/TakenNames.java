package org.sockrates.lab.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.sockrates.lab.expect.Complaint;
import org.sockrates.lab.expect.Placeholders;

/**
 * The names behind {@code takes:}, of what a program is told beside its port. Lines of the lab capture it, before the program
 * begins.
 */
final class TakenNames {
    private static final String WHAT = "takes";
    private static final int MOST = 8;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** What stands for something else in the words of a program. */
    private static final Set<String> OTHERS = Set.of(ProgramRole.PORT, ProgramRole.SOURCE, "host", "submission");

    private TakenNames() {}

    static List<String> read(Node node, Values values) {
        List<String> names = values.texts(WHAT, node);
        for (String name : names) {
            if (!NAME.matcher(name).matches() || OTHERS.contains(name)) {
                values.complain(node, WHAT, name, "a name other than port and host, of what a line captures: up");
            }
        }
        if (new HashSet<>(names).size() < names.size()) {
            values.complain(node, WHAT, String.join(", ", names), "each name once");
        }
        if (names.size() > MOST) {
            values.complain(node, WHAT, names.size() + " names", "at most " + MOST);
        }
        return names;
    }

    /** What stands against it in the session that was read. */
    static List<Complaint> complaints(FrontMatter above, List<Step> steps) {
        boolean server = above.program().filter(ProgramRole.SERVER::equals).isPresent();
        Set<String> captured = new HashSet<>();
        for (Step step : steps) {
            if (server && Placeholders.usedBy(step.command()).contains(ProgramRole.PORT)) {
                return missing(above, captured, step.line(), "a line above that captures it: here the program begins");
            }
            captured.addAll(step.expectation().captures());
        }
        return server && !above.takes().isEmpty()
                ? List.of(new Complaint(1, 1, WHAT, "no {port}", "a command with {port}, before which it begins"))
                : missing(above, captured, 1, "a line that captures it");
    }

    private static List<Complaint> missing(FrontMatter above, Set<String> captured, int line, String expected) {
        return above.takes().stream()
                .filter(name -> !captured.contains(name))
                .map(name -> new Complaint(line, 1, WHAT, "{" + name + "}", expected))
                .toList();
    }
}
