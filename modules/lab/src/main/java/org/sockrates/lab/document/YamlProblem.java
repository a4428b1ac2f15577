package org.sockrates.lab.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.sockrates.lab.expect.Complaint;

/** What the parser says of text that is no YAML, in the words of one who writes a lab. */
final class YamlProblem {
    private static final String COLON = "mapping values are not allowed";
    private static final String QUOTED = "in quotes what has a colon in it: remember: \"a: b\"";
    private static final String MAPPING = "found '<block mapping start>'";
    private static final String BELOW = "in the column of the key above it";

    /** A line that begins with a blank and has no more than one word before its first colon. */
    private static final Pattern INDENTED = Pattern.compile("( +)[A-Za-z]+ *");

    private YamlProblem() {}

    static Complaint told(String yaml, MarkedYamlEngineException wrong) {
        Optional<Mark> at = wrong.getProblemMark();
        String problem = String.valueOf(wrong.getProblem());
        if (problem.contains("(TAB)")) {
            return Yaml.complaint(at, Yaml.WHAT, "a tab", "blanks");
        }
        if (problem.endsWith(MAPPING)) {
            return key(at, at.map(Mark::getColumn).orElse(0), BELOW);
        }
        if (!problem.startsWith(COLON)) {
            return Yaml.complaint(at, Yaml.WHAT, problem.replaceFirst("\\. \\(.*", ""), "YAML");
        }
        Matcher indented = INDENTED.matcher(at.map(mark -> before(yaml, mark)).orElse(""));
        return indented.matches()
                ? key(at, indented.end(1), BELOW + "; " + QUOTED)
                : Yaml.complaint(at, Yaml.WHAT, problem, QUOTED);
    }

    private static Complaint key(Optional<Mark> at, int column, String expected) {
        Complaint there = Yaml.complaint(at, Yaml.WHAT, "a key in column " + (column + 1), expected);
        return new Complaint(there.line(), column + 1, there.what(), there.actual(), there.expected());
    }

    /** What stands before a place on its line. */
    private static String before(String yaml, Mark mark) {
        String line = yaml.lines().skip(mark.getLine()).findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), mark.getColumn()));
    }
}
