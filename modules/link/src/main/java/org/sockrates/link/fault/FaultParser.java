package org.sockrates.link.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.link.rule.Sections;
import org.sockrates.link.rule.Way;
import org.sockrates.link.rule.Words;
import org.sockrates.transport.text.NearestWord;

/** Reads faults of streams: Toxiproxy's names, netem's way of writing values. */
final class FaultParser {
    private static final List<String> KNOWN = Stream.concat(
                    Fault.SEQUENCE.stream(), Stream.of("toxicity", "seed", "upstream", "downstream"))
            .toList();

    private final Words words;
    private final Sections.Typed<Fault> typed = new Sections.Typed<>("fault");
    private Optional<Double> toxicity = Optional.empty();
    private Optional<Long> seed = Optional.empty();

    FaultParser(String text) {
        words = new Words("fault", text);
    }

    FaultSpec parse(long seedUnlessTyped) {
        while (words.hasNext()) {
            String word = words.take();
            switch (word) {
                case "upstream" -> typed.begin(Way.UPSTREAM);
                case "downstream" -> typed.begin(Way.DOWNSTREAM);
                case "toxicity" -> toxicity = words.once(word, toxicity, () -> words.percent(word));
                case "seed" -> seed = words.once(word, seed, words::seed);
                default -> typed.add(fault(word));
            }
        }
        return new FaultSpec(typed.all(), toxicity.orElse(100.0), seed.orElse(seedUnlessTyped));
    }

    private Fault fault(String word) {
        return switch (word) {
            case "timeout" -> Timeout.parse(words);
            case "reset_peer" -> ResetPeer.parse(words);
            case "limit_data" -> LimitData.parse(words);
            case "slicer" -> Slicer.parse(words);
            case "latency" -> Latency.parse(words);
            case "bandwidth" -> Bandwidth.parse(words);
            case "slow_close" -> SlowClose.parse(words);
            default -> throw NearestWord.unknown("fault", word, KNOWN);
        };
    }
}
