package org.sockrates.shell.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.report.JsonText;

/** What a command found out, as a value: it can be told as text or as JSON. It is not printed yet. */
public interface Reply {
    /** For people: one fact a line. */
    List<String> lines();

    /** For programs: maps, lists, texts, numbers, booleans and null, keys in the order they are written. */
    @Nullable
    Object json();

    /** What {@code --json} prints: one line, unless the reply is a sequence of events. */
    default List<String> jsonLines() {
        return List.of(JsonText.of(json()));
    }

    /** The status the command ends with. */
    default int status() {
        return ExitStatus.OK;
    }

    /** The call that failed, where it tells of one. */
    default Optional<FailedCall> failed() {
        return Optional.empty();
    }

    /** As {@link #lines()}, when the beginning of the call was shown before: {@code <... accept resumed>}. */
    default List<String> resumedLines() {
        return lines();
    }

    /** What went wrong beside it; said behind it, a line each. */
    default List<String> troubles() {
        return List.of();
    }

    /** Nothing to say, and all was well. */
    static Reply silence() {
        return lines(List.of());
    }

    /** Plain lines. */
    static Reply lines(List<String> lines) {
        return of(lines, Map.of("lines", lines));
    }

    /** Lines and their value, and all was well. */
    static Reply of(List<String> lines, @Nullable Object json) {
        return of(lines, json, ExitStatus.OK);
    }

    /** Lines and their value. */
    static Reply of(List<String> lines, @Nullable Object json, int status) {
        return new SpokenReply(lines, json, status);
    }
}
