package org.sockrates.link;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.link.rule.Delay;
import org.sockrates.link.rule.Reorder;
import org.sockrates.link.rule.Rule;
import org.sockrates.link.rule.RuleParser;
import org.sockrates.link.rule.Sections;
import org.sockrates.link.rule.Way;
import org.sockrates.link.rule.Words;
import org.sockrates.transport.UsageException;

/** Reads netem's grammar, and our words beside it. */
final class LinkParser {
    private static final List<String> KNOWN = Stream.concat(
                    Rule.SEQUENCE.stream(), Stream.of("seed", "upstream", "downstream"))
            .toList();

    private final Words words;
    private final Sections.Typed<Rule> typed = new Sections.Typed<>("link");
    private Optional<Long> seed = Optional.empty();

    LinkParser(String text) {
        words = new Words("link", text);
    }

    LinkSpec parse(long seedUnlessTyped) {
        while (words.hasNext()) {
            String word = words.take();
            switch (word) {
                case "upstream" -> typed.begin(Way.UPSTREAM);
                case "downstream" -> typed.begin(Way.DOWNSTREAM);
                case "seed" -> seed = words.once(word, seed, words::seed);
                default -> typed.add(RuleParser.parse(word, words, KNOWN));
            }
        }
        LinkSpec spec = new LinkSpec(typed.all(), seed.orElse(seedUnlessTyped));
        for (Way way : Way.values()) {
            check(spec.rules(way));
        }
        return spec;
    }

    private static void check(List<Rule> rules) {
        boolean reorders = rules.stream().anyMatch(Reorder.class::isInstance);
        boolean delays = rules.stream().anyMatch(Delay.class::isInstance);
        if (reorders && !delays) {
            throw new UsageException("link", "reorder", "a delay too, else there is nothing to overtake: delay 10ms");
        }
    }
}
