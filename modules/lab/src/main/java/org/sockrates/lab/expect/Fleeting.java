package org.sockrates.lab.expect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that an expected line asks for exactly, and that is another one each time: a measured time, a time of day, a port that
 * the system chose. It was copied from what came.
 *
 * @param line where it stands, from 1 on
 * @param written as it stands there
 * @param meant a placeholder for it
 */
public record Fleeting(int line, String written, String meant) {
    private static final List<Pattern> TIMES = List.of(
            Pattern.compile("\\s*(?:after|ping +[0-9]+ +reply after|round trip [a-z/]+) +([0-9./]+ ms)\\b.*"),
            Pattern.compile("\\s*(?!0\\.0+ )([0-9.]+ s) +(?:up|down)stream +#.*")); // 0 s: times are from this one
    private static final String CLOCK = "([0-2][0-9]:[0-5][0-9]:[0-5][0-9]";
    private static final List<Pattern> DAYTIMES = List.of(
            Pattern.compile(".*\\b(?:noticed|closed|failed,) at " + CLOCK + ")(?![0-9]).*"),
            Pattern.compile("\\s+" + CLOCK + ")"), // folded
            Pattern.compile(CLOCK + "\\.[0-9]{3}) .*")); // a journal's
    private static final Pattern PORT = Pattern.compile("(?:\\bport |\\b127\\.0\\.0\\.1:|\\[::1\\]:)([0-9]{5})\\b");
    private static final int LEAST_CHOSEN = 32768; // ip_local_port_range

    static Optional<Fleeting> of(Line line) {
        return line.kind() == Kind.REGEX
                ? Optional.empty()
                : time(line).or(() -> daytime(line)).or(() -> port(line));
    }

    private static Optional<Fleeting> time(Line line) {
        return found(TIMES, line)
                .map(time -> new Fleeting(line.number(), time, time.replaceAll("[0-9.]+", "{_:number}")));
    }

    private static Optional<Fleeting> daytime(Line line) {
        return found(DAYTIMES, line).map(time -> new Fleeting(line.number(), time, "{_}"));
    }

    private static Optional<String> found(List<Pattern> patterns, Line line) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(line.source()))
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> found.group(1));
    }

    private static Optional<Fleeting> port(Line line) {
        return PORT.matcher(line.source())
                .results()
                .map(found -> found.group(1))
                .filter(port -> Integer.parseInt(port) >= LEAST_CHOSEN)
                .findFirst()
                .map(port -> new Fleeting(line.number(), port, "{_:int}, or a name for it"));
    }
}
