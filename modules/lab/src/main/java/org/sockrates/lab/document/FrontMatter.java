package org.sockrates.lab.document;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        hints = List.copyOf(hints);
    }

    /** Filled key by key while a file is read. */
    static final class Builder {
        @Nullable
        String title;

        @Nullable
        String question;

        @Nullable
        String transport;

        @Nullable
        String path;

        @Nullable
        String link;

        @Nullable
        String profile;

        @Nullable
        Long seed;

        @Nullable
        Duration limit;

        @Nullable
        Integer points;

        List<String> requires = List.of();

        @Nullable
        ProgramRole program;

        @Nullable
        String remember;

        @Nullable
        String source;

        List<String> hints = List.of();

        @Nullable
        Prediction prediction;

        FrontMatter build() {
            return new FrontMatter(
                    Optional.ofNullable(title),
                    Optional.ofNullable(question),
                    Optional.ofNullable(transport),
                    Optional.ofNullable(path),
                    Optional.ofNullable(link),
                    Optional.ofNullable(profile),
                    Optional.ofNullable(seed),
                    Optional.ofNullable(limit),
                    Optional.ofNullable(points),
                    requires,
                    Optional.ofNullable(program),
                    Optional.ofNullable(remember),
                    Optional.ofNullable(source),
                    hints,
                    Optional.ofNullable(prediction));
        }
    }
}
