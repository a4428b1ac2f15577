package org.sockrates.shell.sim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.source.CompiledSource;
import org.sockrates.sim.check.Failure;
import org.sockrates.sim.check.Invariant;
import org.sockrates.transport.SafeText;

/**
 * The lab that replays what a hunt found. It is data and starts no program of its own: a source is graded with it, and a
 * class has to be there when it runs.
 *
 * @param file what the lab is written to
 * @param asked what was hunted, as it was typed: a protocol, a class or a source
 * @param classpath where the class is, or null
 */
record FoundLab(String file, String asked, @Nullable String classpath) {
    /** Its text. */
    String text(CheckReply.Checked one, Failure failure) {
        Invariant invariant = failure.broken().invariant();
        String sentence = invariant.sentence();
        boolean source = asked.endsWith(CompiledSource.ENDING);
        List<String> lines = new ArrayList<>(List.of(
                "---",
                "schema: sockrates/lab/1",
                "title: what " + one.name() + " does not keep",
                "question: \"" + sentence + " What must happen on the line, that this does not hold?\"",
                "remember: \"" + sentence + "\"",
                "source: \"" + invariant.source() + "\""));
        if (source) {
            lines.add("program: protocol");
        }
        lines.add("---");
        lines.addAll(how(source, one.of()));
        lines.addAll(List.of(
                "# A replay, no grade: it passes while that is so. When it is mended, this shows: everything held.",
                "> " + one.command(source ? "{protocol}" : one.name(), failure),
                one.title() + "broken: * (glob)",
                "...",
                "[1]",
                ""));
        return String.join("\n", lines);
    }

    /** How to have it replayed. */
    private List<String> how(boolean source, CheckReply.Of of) {
        if (source) {
            return comment(
                    "A lab starts no program of its own, so say whose it is:",
                    "grade " + word(file) + " -- " + word(asked));
        }
        if (classpath != null) {
            return comment(
                    "A lab starts no program of its own, so say where its class is:",
                    "SOCKRATES_CLASSPATH=" + word(classpath) + " sockrates run " + word(file));
        }
        boolean ours = of == CheckReply.Of.CONNECTIONS || asked.startsWith("rdt-");
        return ours
                ? List.of()
                : List.of("# Its class stands in SOCKRATES_CLASSPATH: a lab starts no program of its own.");
    }

    /** A path as it is typed, here and in most shells. */
    private static String word(String path) {
        return path.contains(" ") ? '"' + path + '"' : path;
    }

    private static List<String> comment(String why, String how) {
        return List.of("# " + why, "#   " + SafeText.escape(how));
    }
}
