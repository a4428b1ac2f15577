package org.sockrates.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.sockrates.link.rule.Corrupt;
import org.sockrates.link.rule.Delay;
import org.sockrates.link.rule.Duplicate;
import org.sockrates.link.rule.RandomLoss;
import org.sockrates.link.rule.Reorder;
import org.sockrates.link.rule.Rule;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.UsageException;

/** Says a link in the words of {@code tc(8)}, as far as {@code tc-netem(8)} has them. */
final class TcCommand {
    /** What netem can do, in words that it shares with us. */
    private static final Set<String> WORDS =
            Set.of("loss", "duplicate", "corrupt", "delay", "reorder", "limit", "rate");

    private static final Duration LONGEST = Duration.ofSeconds(274);

    private TcCommand() {}

    static List<String> of(LinkSpec spec, String device) {
        if (!device.matches("[A-Za-z0-9][A-Za-z0-9_.:@-]{0,14}")) {
            throw new UsageException("tc", device, "the name of a network device, such as lo");
        }
        List<String> lines = new ArrayList<>();
        if (spec.typed().sameBothWays()) {
            add(lines, spec.rules(Way.UPSTREAM), spec.seed(), device, "");
        } else {
            add(lines, spec.rules(Way.UPSTREAM), spec.seed(), device, "  # on the client's host");
            add(lines, spec.rules(Way.DOWNSTREAM), spec.seed(), device, "  # on the server's host");
        }
        return List.copyOf(lines);
    }

    private static void add(List<String> lines, List<Rule> rules, long seed, String device, String note) {
        StringJoiner words = new StringJoiner(" ");
        List<String> unsayable = new ArrayList<>();
        boolean draws = false;
        for (Rule rule : rules) {
            if (sayable(rule, rules)) {
                words.add(said(rule));
                draws |= rule.draws();
                if (rule instanceof Duplicate twice && twice.chance().remembers()) {
                    unsayable.add("# tc leaves out this correlation, or netem blends it: " + rule.text());
                } else if (blends(rule)) {
                    unsayable.add(
                            "# netem blends the numbers of a correlation, and hits at another rate: " + rule.text());
                }
            } else {
                boolean alone = rule instanceof Reorder && !rule.picks();
                unsayable.add((alone ? "# tc refuses it here: " : "# netem has no word for: ") + rule.text());
            }
        }
        String netem = words.length() == 0 ? "" : " " + words;
        lines.add("tc qdisc add dev " + device + " root netem" + netem + note);
        lines.addAll(unsayable);
        if (draws) {
            lines.add("# netem draws lots of its own; a newer tc takes: seed " + seed);
        }
    }

    /** In netem's words for the same law: there a loss with a correlation is another thing, and a burst is this one. */
    private static String said(Rule rule) {
        return rule instanceof RandomLoss loss ? loss.asBursts().map(Rule::text).orElse(rule.text()) : rule.text();
    }

    private static boolean blends(Rule rule) {
        return (rule instanceof RandomLoss loss
                        && loss.chance().remembers()
                        && loss.asBursts().isEmpty())
                || (rule instanceof Corrupt flips && flips.chance().remembers())
                || (rule instanceof Reorder overtakes && overtakes.chance().remembers());
    }

    private static boolean sayable(Rule rule, List<Rule> beside) {
        if (rule instanceof Reorder reorder) {
            return !rule.picks()
                    && (reorder.chance().percent() > 0 || reorder.gap() == 1)
                    && beside.stream().anyMatch(other -> delays(other, beside));
        }
        return WORDS.contains(rule.word())
                && !rule.picks()
                && !(rule instanceof Delay delay
                        && !(isTime(delay.time().mean()) && isTime(delay.time().jitter())));
    }

    /** Whether it is a delay that tc takes a reorder beside. */
    private static boolean delays(Rule rule, List<Rule> beside) {
        return rule instanceof Delay delay && !delay.time().mean().isZero() && sayable(rule, beside);
    }

    /** Whether tc reads it: it knows no nanoseconds, and counts up to 2^32 of 64 ns. */
    private static boolean isTime(Duration time) {
        return time.toNanos() % 1000 == 0 && time.compareTo(LONGEST) <= 0;
    }
}
