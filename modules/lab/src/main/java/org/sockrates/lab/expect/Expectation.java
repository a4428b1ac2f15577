package org.sockrates.lab.expect;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.lab.expect.Piece.Placeholder;

/** What one command must show, and with what status it must end. Immutable; not what it showed. */
public final class Expectation {
    private final List<Block> blocks;
    private final int status;
    private final int statusLine;
    private final Optional<Duration> eventually;

    Expectation(List<Block> blocks, int status, int statusLine, Optional<Duration> eventually) {
        this.blocks = List.copyOf(blocks);
        this.status = status;
        this.statusLine = statusLine;
        this.eventually = eventually;
    }

    /** How long the command may be run again and again until it shows this. */
    public Optional<Duration> eventually() {
        return eventually;
    }

    /** The exit status the command must end with; 0 where the lab says nothing. */
    public int status() {
        return status;
    }

    /** How many lines of the lab it takes, without the status. */
    public int lineCount() {
        return (int) lines().count();
    }

    /** Its lines that are nearly something else than they are taken for. */
    public List<Doubt> doubts() {
        return lines().flatMap(line -> Doubt.of(line).stream()).toList();
    }

    /** Values of its lines that are others the next time. */
    public List<Fleeting> fleeting() {
        return lines().flatMap(line -> Fleeting.of(line).stream()).toList();
    }

    /**
     * The numbers of its lines that show no more than the beginning of what a call carried: {@code "abc"..., 260}, however
     * they say it.
     */
    public List<Integer> beginnings() {
        return lines().filter(CutPayload::isIn).map(Line::number).toList();
    }

    /** Whether one of its lines is written so. */
    public boolean hasLine(Pattern written) {
        return lines().anyMatch(line -> written.matcher(line.source()).matches());
    }

    /** The names its placeholders catch values under. */
    public Set<String> captures() {
        return lines().flatMap(Line::placeholders)
                .filter(placeholder -> !placeholder.anonymous())
                .map(Placeholder::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Line> lines() {
        return blocks.stream().flatMap(block -> block.lines().stream());
    }

    /**
     * Compares it with what a command showed. Blanks at the ends of lines, and empty lines at the end, do not count.
     *
     * @param shown the lines that came
     * @param ended the exit status that came
     * @param captures what earlier steps caught
     */
    public Check check(List<String> shown, int ended, Captures captures) {
        List<String> actual = Lines.trimmed(shown);
        Search search = new Search(blocks, actual, new Effort());
        try {
            Optional<Search.Node> way = search.run(captures);
            if (way.isPresent() && ended == status) {
                return new Check.Holds(way.get().state().captures());
            }
            Effort effort = new Effort();
            Search.Node reached = way.orElseGet(() -> search.closest(effort));
            Difference difference =
                    new DifferenceFinder(blocks, actual, reached, effort).find(status, statusLine, ended);
            return new Check.Differs(
                    difference, caughtApart(actual, reached.state().captures()));
        } catch (Effort.Exceeded given) {
            return new Check.Undecided(String.valueOf(given.getMessage()));
        }
    }

    /** What expected lines catch though others before them did not come: each from the first line that is as it is. */
    private Captures caughtApart(List<String> actual, Captures captures) {
        Effort effort = new Effort();
        Captures caught = captures;
        int next = 0; // two expected lines never take the same one
        try {
            for (Line line : lines().toList()) {
                for (int i = next; i < actual.size() && !line.lazy(); i++) {
                    Optional<Captures> with = LinePattern.match(line, actual.get(i), caught, effort);
                    if (with.isPresent()) {
                        caught = with.get();
                        next = i + 1;
                        break;
                    }
                }
            }
        } catch (Effort.Exceeded given) {
            return caught; // so far
        }
        return caught;
    }
}
