package org.sockrates.lab.document;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What stands above a lab, between two lines {@code ---}. Every key is optional.
 *
 * @param question what the student is asked to find out
 * @param transport the transport that commands without one mean
 * @param path where the lab runs: {@code loopback}, {@code relay}, {@code wire}
 * @param link in netem's words
 * @param profile what TCP's switches are set to meanwhile: {@code textbook}
 * @param limit the longest the whole lab may take
 * @param points for all steps together
 * @param requires abilities without which it is skipped: {@code ipv6}
 * @param program what the program is that it judges; empty where it judges none
 * @param takes names of what lines capture and that program is told, beside its port
 * @param remember the one sentence to take home
 * @param source where that is written: an RFC, a man page
 * @param hints for the lab as a whole
 * @param prediction what to ask before it starts
 */
public record FrontMatter(
        Optional<String> title,
        Optional<String> question,
        Optional<String> transport,
        Optional<String> path,
        Optional<String> link,
        Optional<String> profile,
        Optional<Long> seed,
        Optional<Duration> limit,
        Optional<Integer> points,
        List<String> requires,
        Optional<ProgramRole> program,
        List<String> takes,
        Optional<String> remember,
        Optional<String> source,
        List<String> hints,
        Optional<Prediction> prediction) {
    /** The name and version of the format. */
    public static final String SCHEMA = "sockrates/lab/1";

    /** Nothing said. */
    public static final FrontMatter EMPTY = new Builder().build();

    public FrontMatter {
        requires = List.copyOf(requires);
        takes = List.copyOf(takes);
        hints = List.copyOf(hints);
    }

    /** Filled key by key while a file is read. */
    static final class Builder {
        Optional<String> title = Optional.empty();
        Optional<String> question = Optional.empty();
        Optional<String> transport = Optional.empty();
        Optional<String> path = Optional.empty();
        Optional<String> link = Optional.empty();
        Optional<String> profile = Optional.empty();
        Optional<Long> seed = Optional.empty();
        Optional<Duration> limit = Optional.empty();
        Optional<Integer> points = Optional.empty();
        List<String> requires = List.of();
        Optional<ProgramRole> program = Optional.empty();
        List<String> takes = List.of();
        Optional<String> remember = Optional.empty();
        Optional<String> source = Optional.empty();
        List<String> hints = List.of();
        Optional<Prediction> prediction = Optional.empty();

        FrontMatter build() {
            return new FrontMatter(
                    title,
                    question,
                    transport,
                    path,
                    link,
                    profile,
                    seed,
                    limit,
                    points,
                    requires,
                    program,
                    takes,
                    remember,
                    source,
                    hints,
                    prediction);
        }
    }
}
