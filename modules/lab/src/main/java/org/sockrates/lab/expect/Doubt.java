package org.sockrates.lab.expect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expected line that is taken as it stands, and would be something else but for a letter, a bracket or the blank before
 * it: {@code (eventualy 2s)}, {@code *lost (golb)}, {@code {Port}}, {@code TCP> set}.
 *
 * @param line where it stands, from 1 on
 * @param written the brackets, or the whole line, as they are written
 * @param meant what they nearly are
 */
public record Doubt(int line, String written, String meant) {
    private static final Pattern ALONE = Pattern.compile("(\\(([A-Za-z]+)\\b.*)");
    private static final List<String> FIRST = List.of("eventually", "unordered");
    private static final Pattern BEHIND = Pattern.compile(".* (\\(([A-Za-z]+)[?*+]?\\))");

    private static final Pattern CAPITAL = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)(:[^{}]*)?\\}");

    /** A placeholder that nothing closes, though something else is closed behind it, or goes on. */
    private static final Pattern OPEN =
            Pattern.compile("\\{(_|[a-z][a-z0-9_]*)(:[^{} ,)\\]]*)?(?= \\(|[,)\\]]|$)(?![^{]*\\})");

    /** What is no text where a line begins with it: a command, a comment, an exit status. */
    private static final Pattern NO_TEXT = Pattern.compile(
            "[a-z][a-z0-9_.-]*> *[a-z].*|#.*|\\[[0-9]+\\]|\\.\\.\\.|\\((" + String.join("|", FIRST) + ")\\b.*");

    static Optional<Doubt> of(Line line) {
        return switch (line.kind()) {
            case PLAIN ->
                in(line, ALONE, FIRST)
                        .or(() -> in(line, BEHIND, Kind.WRITTEN))
                        .or(() -> capital(line))
                        .or(() -> open(line))
                        .or(() -> prompt(line))
                        .or(() -> indented(line));
            case GLOB, WORDS, ESCAPED -> capital(line).or(() -> open(line));
            case EQUAL, REGEX, ANYTHING -> Optional.empty();
        };
    }

    /** A placeholder's name has small letters. */
    private static Optional<Doubt> capital(Line line) {
        return CAPITAL.matcher(line.source())
                .results()
                .map(MatchResult::group)
                .filter(written -> !Placeholders.SYNTAX.matcher(written).matches())
                .findFirst()
                .map(written -> new Doubt(line.number(), written, written.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Doubt> open(Line line) {
        return OPEN.matcher(line.source())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .map(written -> new Doubt(line.number(), written, written + "}"));
    }

    private static Optional<Doubt> indented(Line line) {
        String text = line.source().strip();
        return NO_TEXT.matcher(text).matches() && !line.source().startsWith(text)
                ? Optional.of(new Doubt(line.number(), line.source(), text + " without a blank before it"))
                : Optional.empty();
    }

    private static Optional<Doubt> prompt(Line line) {
        return NearPrompt.meant(line.source()).map(meant -> new Doubt(line.number(), line.source(), meant));
    }

    private static Optional<Doubt> in(Line line, Pattern brackets, List<String> words) {
        Matcher found = brackets.matcher(line.source());
        if (!found.matches()) {
            return Optional.empty();
        }
        String word = found.group(2).toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(known -> known.equals(word) || NearWord.isNear(word, known))
                .findFirst()
                .map(known -> new Doubt(line.number(), found.group(1), known));
    }
}
