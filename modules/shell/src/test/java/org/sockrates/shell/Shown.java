package org.sockrates.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sockrates.shell.job.ExitStatus;

/**
 * What a typed line showed and how it ended, with what one asserts about it most.
 *
 * @param typed the line
 * @param lines its result
 * @param troubles what it said on the other stream
 * @param filled writes ports for {@code {door}}
 */
public record Shown(String typed, List<String> lines, List<String> troubles, int status, UnaryOperator<String> filled) {

    /** Exactly these lines, and nothing went wrong. */
    public Shown shows(String... expected) {
        assertThat(lines).as(typed).containsExactly(fill(expected));
        assertThat(troubles).as(typed).isEmpty();
        return this;
    }

    /** At least these lines, in this order. */
    public Shown has(String... expected) {
        assertThat(lines).as(typed).containsSubsequence(fill(expected));
        return this;
    }

    /** As many lines as patterns, each matching its own. */
    public Shown matches(String... patterns) {
        assertThat(lines).as(typed).hasSameSizeAs(patterns);
        for (int i = 0; i < patterns.length; i++) {
            assertThat(lines.get(i)).as(typed).matches(filled.apply(patterns[i]));
        }
        return this;
    }

    /** The status it ended with. */
    public Shown ends(int expected) {
        assertThat(status).as("%s: %s %s", typed, lines, troubles).isEqualTo(expected);
        return this;
    }

    /** It was not understood: one line on the other stream, status 2, and no result. */
    public Shown refuses(String message) {
        return fails(message, ExitStatus.USAGE);
    }

    /** One line on the other stream, no result, and a status. */
    public Shown fails(String message, int expected) {
        assertThat(troubles).as(typed).containsExactly(fill(message));
        assertThat(lines).as(typed).isEmpty();
        return ends(expected);
    }

    /** What was read had errors, and nothing was begun: what is said of them, line by line. */
    public List<String> badFiles() {
        ends(ExitStatus.BAD_FILE);
        assertThat(lines).as(typed).isEmpty();
        return troubles.stream().flatMap(String::lines).toList();
    }

    /** The first line. */
    public String first() {
        assertThat(lines).as("%s %s", typed, troubles).isNotEmpty();
        return lines.get(0);
    }

    /** Every line, read as JSON: objects and lists. */
    public List<Object> documents() {
        return lines.stream().map(this::document).toList();
    }

    private Object document(String line) {
        try {
            return JSON.std.anyFrom(line);
        } catch (IOException noJson) {
            throw new AssertionError(typed + ": " + line, noJson);
        }
    }

    /** The one line, read as a JSON object. */
    public Map<String, Object> json() {
        assertThat(lines).as("%s %s", typed, troubles).hasSize(1);
        try {
            return JSON.std.mapFrom(lines.get(0));
        } catch (IOException noJson) {
            throw new AssertionError(lines.get(0), noJson);
        }
    }

    /** The one line, read as a JSON list of objects. */
    public List<Map<String, Object>> jsonList() {
        assertThat(lines).as("%s %s", typed, troubles).hasSize(1);
        try {
            return JSON.std.listFrom(lines.get(0)).stream().map(Shown::object).toList();
        } catch (IOException noJson) {
            throw new AssertionError(lines.get(0), noJson);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object element) {
        return (Map<String, Object>) element;
    }

    private String[] fill(String... texts) {
        return Arrays.stream(texts).map(filled).toArray(String[]::new);
    }
}
