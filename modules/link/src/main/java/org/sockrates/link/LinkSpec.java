package org.sockrates.link;

import java.util.List;
import org.sockrates.link.rule.Limit;
import org.sockrates.link.rule.Rule;
import org.sockrates.link.rule.Sections;
import org.sockrates.link.rule.Way;

/**
 * A link as people write it, in netem's words: {@code delay 20ms 5ms loss 5% seed 42}. Values only; see {@link Link} for
 * what they do.
 *
 * @param typed its rules
 * @param seed what every random number of this link comes from
 */
public record LinkSpec(Sections<Rule> typed, long seed) {
    /** The seed when none is typed. */
    public static final long USUAL_SEED = 1;

    /** A perfect link. */
    public static final LinkSpec NONE = new LinkSpec(Sections.none(), USUAL_SEED);

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
        return typed.all().isEmpty();
    }

    /** Whether lots decide anything here, so that the seed matters. */
    public boolean draws() {
        return typed.draw();
    }

    /** The rules for one way, in the order a packet meets them. */
    public List<Rule> rules(Way way) {
        return typed.of(way, List.of());
    }

    /** The same, with the limit that every link has. */
    List<Rule> rulesAtWork(Way way) {
        return typed.of(way, List.of(Limit.USUAL));
    }

    /** The same link with other luck. */
    public LinkSpec withSeed(long other) {
        return new LinkSpec(typed, other);
    }

    /**
     * The specification as {@link #parse} reads it, in the order it was typed; empty for a perfect link. The seed is
     * there when it matters, typed or not.
     */
    public String text() {
        return typed.text(seed != USUAL_SEED || draws() ? List.of("seed " + seed) : List.of());
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
