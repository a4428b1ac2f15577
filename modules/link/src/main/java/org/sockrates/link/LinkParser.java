package org.sockrates.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/** Reads netem's grammar, and our words beside it. */
final class LinkParser {
    private static final List<String> KNOWN = known();

    private final Words words;
    private final Sections.Typed<Rule> typed = new Sections.Typed<>("link");
    private Optional<Long> seed = Optional.empty();

    LinkParser(String text) {
        words = new Words("link", text);
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(Rule.ORDER);
        known.addAll(List.of("seed", "upstream", "downstream"));
        return List.copyOf(known);
    }

    LinkSpec parse(long seedUnlessTyped) {
        while (words.hasNext()) {
            String word = words.take("", "");
            switch (word) {
                case "upstream" -> typed.begin(Way.UPSTREAM);
                case "downstream" -> typed.begin(Way.DOWNSTREAM);
                case "seed" -> seed = words.once(word, seed, words::seed);
                default -> typed.add(rule(word));
            }
        }
        LinkSpec spec = new LinkSpec(typed.all(), seed.orElse(seedUnlessTyped));
        for (Way way : Way.values()) {
            check(spec.rules(way));
        }
        return spec;
    }

    private Rule rule(String word) {
        return switch (word) {
            case "delay" -> Delay.parse(words);
            case "loss" -> loss();
            case "duplicate" -> Duplicate.parse(words);
            case "reorder" -> Reorder.parse(words);
            case "corrupt" -> Corrupt.parse(words);
            case "rate" -> Rate.parse(words);
            case "limit" -> Limit.parse(words);
            case "drop" -> Drop.parse(words);
            case "gap" -> throw new UsageException("link", word, "reorder and its percentage before it");
            case "distribution" ->
                throw new UsageException(
                        "link", word, "distribution behind a delay with jitter: delay 20ms 5ms distribution normal");
            default -> throw new UsageException("link", word, NearestWord.expected(word, KNOWN));
        };
    }

    private Rule loss() {
        if (words.takeIf("gemodel")) {
            return BurstLoss.parse(words);
        }
        if (words.takeIf("state")) {
            throw new UsageException("link: loss", "state", "random, gemodel, or a percentage");
        }
        words.takeIf("random");
        return RandomLoss.parse(words);
    }

    private static void check(List<Rule> rules) {
        boolean reorders = rules.stream().anyMatch(Reorder.class::isInstance);
        boolean delays = rules.stream().anyMatch(Delay.class::isInstance);
        if (reorders && !delays) {
            throw new UsageException("link", "reorder", "a delay too, else there is nothing to overtake: delay 10ms");
        }
    }
}
