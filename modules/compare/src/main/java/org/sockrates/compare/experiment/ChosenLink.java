package org.sockrates.compare.experiment;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.rule.Delay;
import org.sockrates.link.rule.Rate;
import org.sockrates.link.rule.Rule;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.Traits;
import org.sockrates.transport.text.DurationText;

/**
 * The link of a passage, as an experiment needs it for a while: its delay, rate and limit stay, nothing on it is left to
 * chance, and which packet is lost is chosen by number. Closing it puts the link back as it was.
 */
final class ChosenLink implements AutoCloseable {
    /**
     * How much quicker packets are while a connection is made. Linux takes an answer that came quicker than the quickest
     * round trip so far for one to a packet it had thought lost, and then learns nothing from it (tcp_rack_advance): a
     * little jitter would hide what a probe found out.
     */
    private static final Duration HEAD_START = Duration.ofMillis(2);

    private final Passage passage;
    private final LinkControl control;
    private final LinkSpec before;
    /** What the link has unless it has its own of that word. */
    private final LinkSpec unlessTyped;

    private long lostBefore;
    private long surplusBefore;

    private ChosenLink(Passage passage, LinkControl control, LinkSpec unlessTyped) {
        this.passage = passage;
        this.control = control;
        this.before = control.link();
        this.unlessTyped = unlessTyped;
        losing("", "");
    }

    /** Why no packet can be chosen on this passage, with the paths where one can, or empty when it can. */
    static Optional<String> refusal(Traits traits, Passage passage) {
        Optional<LinkControl> control = passage.control();
        if (control.isPresent()) {
            return control.get().refusal(LinkSpec.parse("drop data 1"));
        }
        String relay = traits.inDatagrams() ? "--path relay, " : "";
        return Optional.of(
                "no link on this path could lose a chosen packet; use " + relay + "--path wire or --path sim");
    }

    /**
     * Takes the link of a passage that has one. Nothing is lost on it yet.
     *
     * @param unlessTyped rules that the link has unless it has its own of that word: {@code delay 20ms}
     */
    static ChosenLink of(Passage passage, String unlessTyped) {
        return new ChosenLink(passage, passage.control().orElseThrow(), LinkSpec.parse(unlessTyped));
    }

    /**
     * From here on these packets are lost; packets are numbered from 1 again.
     *
     * @param upstream such as {@code drop data 3}, or empty
     * @param downstream such as {@code drop syn-ack 1}, or empty
     */
    void losing(String upstream, String downstream) {
        use(upstream, downstream, Duration.ZERO);
    }

    /** Nothing is lost, and a connection is made a little quicker than anything that follows. */
    void connecting() {
        use("", "", HEAD_START);
    }

    /** How many packets were lost since they were chosen: fewer than were chosen where no packet had the number. */
    long lost() {
        return chosenLost(passage.report()) - lostBefore;
    }

    /** How many packets its full queue threw away since then, which nobody chose. */
    long surplus() {
        return surplusLost(passage.report()) - surplusBefore;
    }

    private static long surplusLost(LinkReport report) {
        long byHost =
                report.lostByHost().values().stream().mapToLong(Long::longValue).sum();
        return report.dropped() - byHost - chosenLost(report);
    }

    private static long chosenLost(LinkReport report) {
        return report.byRule().getOrDefault("drop", 0L);
    }

    private void use(String upstream, String downstream, Duration quicker) {
        LinkReport report = passage.report();
        lostBefore = chosenLost(report);
        surplusBefore = surplusLost(report);
        control.use(LinkSpec.parse(
                words(Way.UPSTREAM, upstream, quicker) + " " + words(Way.DOWNSTREAM, downstream, quicker)));
    }

    private String words(Way way, String chosen, Duration quicker) {
        String all = Stream.concat(rules(way).stream().map(rule -> withoutChance(rule, quicker)), Stream.of(chosen))
                .collect(Collectors.joining(" "))
                .strip();
        return all.isEmpty() ? "" : way.word() + " " + all;
    }

    private Collection<Rule> rules(Way way) {
        Map<String, Rule> byWord = new LinkedHashMap<>();
        Stream.of(unlessTyped, before)
                .flatMap(link -> link.rules(way).stream())
                .filter(rule -> rule.harmToStream().isEmpty())
                .forEach(rule -> byWord.put(rule.word(), rule));
        return byWord.values();
    }

    private static String withoutChance(Rule rule, Duration quicker) {
        if (!(rule instanceof Delay delay)) {
            return rule.text();
        }
        Duration time = delay.time().mean().minus(quicker);
        return "delay " + DurationText.print(time.isNegative() ? Duration.ZERO : time);
    }

    /** The rate from clients to servers, where it has one. */
    Optional<Rate> rate() {
        return rate(rules(Way.UPSTREAM));
    }

    /** The same of the link a passage has now; empty, too, where there is none. */
    static Optional<Rate> rate(Passage passage) {
        return passage.control().flatMap(control -> rate(control.link().rules(Way.UPSTREAM)));
    }

    private static Optional<Rate> rate(Collection<Rule> rules) {
        return rules.stream()
                .filter(Rate.class::isInstance)
                .map(Rate.class::cast)
                .findFirst();
    }

    /** The link in use, as it would be typed. */
    String text() {
        return control.link().text();
    }

    @Override
    public void close() {
        control.use(before);
    }
}
