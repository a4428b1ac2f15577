package org.sockrates.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A link as people write it, in netem's words: {@code delay 20ms 5ms loss 5% seed 42}. Values only; see {@link Link} for
 * what they do.
 *
 * <p>Words that follow {@code upstream} or {@code downstream} hold for that way only, and take the place of the same word
 * before.
 *
 * @param both rules for both ways
 * @param upstream rules for packets from the client to the server only
 * @param downstream rules for packets from the server to the client only
 * @param seed what every random number of this link comes from
 */
public record LinkSpec(List<Rule> both, List<Rule> upstream, List<Rule> downstream, long seed) {
    /** The seed when none is typed. */
    public static final long USUAL_SEED = 1;

    /** A perfect link. */
    public static final LinkSpec NONE = new LinkSpec(List.of(), List.of(), List.of(), USUAL_SEED);

    public LinkSpec {
        both = List.copyOf(both);
        upstream = List.copyOf(upstream);
        downstream = List.copyOf(downstream);
    }

    /**
     * Reads a specification; the empty text is a perfect link.
     *
     * @throws org.sockrates.transport.UsageException that names the word that cannot be meant
     */
    public static LinkSpec parse(String text) {
        return parse(text, USUAL_SEED);
    }

    /** As {@link #parse(String)}, with a seed for a text that names none. */
    public static LinkSpec parse(String text, long seedUnlessTyped) {
        return new LinkParser(text).parse(seedUnlessTyped);
    }

    /** Whether no rule is there: packets pass as they come. */
    public boolean isPerfect() {
        return both.isEmpty() && upstream.isEmpty() && downstream.isEmpty();
    }

    /** Whether lots decide anything here, so that the seed matters. */
    public boolean draws() {
        return Stream.of(both, upstream, downstream).flatMap(List::stream).anyMatch(Rule::draws);
    }

    /** The rules for one way, in the order a packet meets them. */
    public List<Rule> rules(Way way) {
        return rules(way, List.of());
    }

    /** The same, with the limit that every link has. */
    List<Rule> rulesAtWork(Way way) {
        return rules(way, List.of(Limit.USUAL));
    }

    private List<Rule> rules(Way way, List<Rule> unlessTyped) {
        return Sections.merged(unlessTyped, both, way == Way.UPSTREAM ? upstream : downstream, Rule::place);
    }

    /** The first rule of either way that is such a one. */
    Optional<Rule> first(Predicate<Rule> such) {
        return all().stream().filter(such).findFirst();
    }

    private List<Rule> all() {
        List<Rule> all = new ArrayList<>(both);
        all.addAll(upstream);
        all.addAll(downstream);
        return all;
    }

    /**
     * The specification as {@link #parse} reads it, in the order it was typed; empty for a perfect link. The seed is
     * there when it matters, typed or not.
     */
    public String text() {
        StringJoiner text = new StringJoiner(" ");
        both.forEach(rule -> text.add(rule.text()));
        if (seed != USUAL_SEED || all().stream().anyMatch(Rule::draws)) {
            text.add("seed " + seed);
        }
        section(text, "upstream", upstream);
        section(text, "downstream", downstream);
        return text.toString();
    }

    private static void section(StringJoiner text, String word, List<Rule> rules) {
        if (!rules.isEmpty()) {
            text.add(word);
            rules.forEach(rule -> text.add(rule.text()));
        }
    }

    /**
     * The command of root that puts such a link on a device of Linux, one line for each way that differs; what netem
     * cannot say stands behind a {@code #}.
     *
     * @param device such as {@code lo}
     */
    public List<String> asTc(String device) {
        return TcCommand.of(this, device);
    }

    @Override
    public String toString() {
        return text();
    }
}
