package org.sockrates.shell.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.sim.check.Invariant;

/** Everything that is asked of a protocol. */
record RulesReply() implements Reply {
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Invariant.Scope scope : Invariant.Scope.values()) {
            lines.add(title(scope));
            for (Invariant invariant : Invariant.values()) {
                if (invariant.scope() == scope) {
                    lines.addAll(Fold.hanging("  ", "    ", invariant.sentence() + " (" + invariant.source() + ")"));
                }
            }
        }
        return lines;
    }

    private static String title(Invariant.Scope scope) {
        return switch (scope) {
            case EVERY -> "of every protocol";
            case PACKETS -> "of those whose packets are those of docs/rdt.md";
            case TEXTBOOK -> "of the three as the textbook has them, and whoever says --like";
            case CONNECTION -> "of connections over them";
            case FORGED -> "of the same where somebody forges: --forge";
            case FORGED_CONNECTION -> "of connections where somebody forges";
            case LINE -> "of the line itself";
        };
    }

    @Override
    public Object json() {
        return Arrays.stream(Invariant.values())
                .map(invariant -> Json.object(
                        "invariant", invariant.word(),
                        "scope", invariant.scope().name().toLowerCase(Locale.ROOT),
                        "sentence", invariant.sentence(),
                        "source", invariant.source()))
                .toList();
    }
}
