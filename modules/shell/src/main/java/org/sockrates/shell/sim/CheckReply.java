package org.sockrates.shell.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.text.LadderJson;
import org.sockrates.sim.check.Failure;
import org.sockrates.sim.check.Finding;
import org.sockrates.sim.check.Invariant;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.text.DurationText;

/**
 * What a hunt found, protocol by protocol.
 *
 * @param replayed whether it was one schedule that was asked for
 * @param stopped whether somebody ended it
 * @param drawing what a failure is drawn with
 */
record CheckReply(List<Checked> checked, boolean replayed, boolean stopped, Drawing drawing) implements Reply {
    /** What is put to hostile lines. */
    enum Of {
        /** Two ends that talk. */
        ENDS,
        /** Two ends that open a connection, talk, and end it. */
        CONNECTIONS
    }

    /**
     * One protocol and what was found.
     *
     * @param options behind its name, to ask the same again
     * @param of what was put to the lines
     */
    record Checked(String name, String options, Of of, Finding finding) {
        String title() {
            return "rdt check: " + SafeText.escape(name) + (of == Of.CONNECTIONS ? ", connections: " : ": ");
        }

        String command(Failure failure) {
            return command(name, failure);
        }

        /** The same of one that is called otherwise there. */
        String command(String called, Failure failure) {
            return "rdt check " + called + options + " --schedule \""
                    + failure.schedule().text() + "\"";
        }
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        checked.forEach(one -> lines.addAll(lines(one)));
        if (!stopped
                && checked.size() > 1
                && checked.stream().allMatch(one -> one.finding().failure().isEmpty())) {
            long invariants = checked.stream()
                    .flatMap(one -> one.finding().held().stream())
                    .distinct()
                    .count();
            int seeds = checked.stream().mapToInt(one -> one.finding().seeds()).sum();
            lines.add("rdt check: clean: " + invariants + " invariants were asked over " + seeds + " hostile lines");
        }
        return lines;
    }

    private List<String> lines(Checked one) {
        Optional<Failure> failure = one.finding().failure();
        if (failure.isPresent()) {
            return broken(one, failure.get());
        }
        return replayed ? List.of(one.title() + "everything held") : held(one);
    }

    private List<String> broken(Checked one, Failure failure) {
        Invariant invariant = failure.broken().invariant();
        String by = replayed ? "broken" : "seed " + one.finding().seed() + " breaks";
        List<String> lines = new ArrayList<>(
                Fold.hanging(one.title(), "  ", by + ": " + invariant.sentence() + " (" + invariant.source() + ")"));
        lines.addAll(Fold.hanging(
                "  at " + time(failure) + ": ", SafeText.escape(failure.broken().how())));
        if (!replayed) {
            String shortest =
                    stopped ? "the shortest so far, when it was stopped, " : "the shortest schedule that shows it, ";
            lines.add("  " + shortest + left(failure) + ":");
        }
        failure.schedule().phrases().forEach(phrase -> lines.add("    " + phrase));
        lines.addAll(ScheduleLadder.lines(failure, drawing));
        return lines;
    }

    private List<String> held(Checked one) {
        Finding finding = one.finding();
        List<String> lines = new ArrayList<>(Fold.hanging(
                one.title(),
                "  ",
                finding.held().size() + " invariants held after each of " + finding.events() + " events, "
                        + finding.seeds() + " seeds" + (stopped ? " until it was stopped" : "")));
        long forged = notAsked(finding, Invariant.Scope.FORGED) + notAsked(finding, Invariant.Scope.FORGED_CONNECTION);
        boolean read = finding.held().stream().anyMatch(CheckReply::isOfPackets);
        long untold = notAsked(finding, Invariant.Scope.PACKETS)
                + notAsked(finding, Invariant.Scope.TEXTBOOK)
                + (read ? 0 : forged);
        long unseen = notAsked(finding, Invariant.Scope.CONNECTION) + (read ? forged : 0);
        if (unseen > 0) {
            lines.addAll(Fold.hanging(
                    "  ", "not asked: " + unseen + " about what did not happen on so few lines; more:  --seeds"));
        }
        if (untold > 0) {
            lines.addAll(Fold.hanging(
                    "  ",
                    "not asked: " + untold + " about packets of docs/rdt.md or about the textbook's protocols;"
                            + " see  rdt rules"));
        }
        return lines;
    }

    /** Whether it is asked only of packets that can be read. */
    private static boolean isOfPackets(Invariant invariant) {
        return invariant.scope() != Invariant.Scope.EVERY && invariant.scope() != Invariant.Scope.LINE;
    }

    private static long notAsked(Finding finding, Invariant.Scope scope) {
        return finding.notAsked().stream()
                .filter(invariant -> invariant.scope() == scope)
                .count();
    }

    private static String left(Failure failure) {
        return failure.schedule().decisions().size() + " of " + failure.decisions() + " decisions";
    }

    private static String time(Failure failure) {
        return DurationText.print(Duration.ofNanos(failure.broken().nanos()));
    }

    /** A lab that replays the first failure. */
    Optional<String> lab(FoundLab lab) {
        return checked.stream()
                .filter(one -> one.finding().failure().isPresent())
                .findFirst()
                .map(one -> lab.text(one, one.finding().failure().orElseThrow()));
    }

    @Override
    public int status() {
        if (checked.stream().anyMatch(one -> one.finding().failure().isPresent())) {
            return ExitStatus.DID_NOT_HOLD;
        }
        return stopped ? ExitStatus.INTERRUPTED : ExitStatus.OK;
    }

    @Override
    public Object json() {
        return Json.object(
                "stopped",
                stopped,
                "checked",
                checked.stream().map(CheckReply::json).toList());
    }

    private static Object json(Checked one) {
        Finding finding = one.finding();
        return Json.object(
                "protocol", one.name(),
                "of", one.of().name().toLowerCase(Locale.ROOT),
                "seeds", finding.seeds(),
                "events", finding.events(),
                "packets", finding.packets(),
                "held", finding.held().stream().map(Invariant::word).toList(),
                "not_asked", finding.notAsked().stream().map(Invariant::word).toList(),
                "failure",
                        finding.failure().map(failure -> failure(one, failure)).orElse(null));
    }

    private static @Nullable Object failure(Checked one, Failure failure) {
        Invariant invariant = failure.broken().invariant();
        return Json.object(
                "seed", one.finding().seed(),
                "invariant", invariant.word(),
                "sentence", invariant.sentence(),
                "source", invariant.source(),
                "how", failure.broken().how(),
                "seconds", failure.broken().nanos() / 1e9,
                "decisions", failure.decisions(),
                "schedule", failure.schedule().phrases(),
                "replay", one.command(failure),
                "rows", LadderJson.rows(ScheduleLadder.of(failure)));
    }
}
