package org.sockrates.link.rule;

import java.util.List;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/**
 * Reads one rule: netem's word, then the values that follow. Not a whole link, whose ways and seed
 * {@code LinkSpec} knows.
 */
public final class RuleParser {
    private RuleParser() {}

    /**
     * The rule of a word, which takes the words that belong to it.
     *
     * @param known all words that may stand here, one of which was perhaps meant
     * @throws UsageException when no rule has this word
     */
    public static Rule parse(String word, Words words, List<String> known) {
        return switch (word) {
            case "delay" -> Delay.parse(words);
            case "loss" -> loss(words);
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
            default -> throw NearestWord.unknown("link", word, known);
        };
    }

    private static Rule loss(Words words) {
        if (words.takeIf("gemodel")) {
            return BurstLoss.parse(words);
        }
        if (words.takeIf("state")) {
            throw new UsageException("link: loss", "state", "random, gemodel, or a percentage");
        }
        words.takeIf("random");
        return RandomLoss.parse(words);
    }
}
