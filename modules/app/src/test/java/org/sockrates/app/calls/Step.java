package org.sockrates.app.calls;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call in a session.
 *
 * @param hints what was said under it
 */
record Step(String call, String answer, List<String> hints) {
    /** What is to be done before the same is tried again. */
    private static final Pattern ADVICE = Pattern.compile(
            "try {2}(?<listen>listen \\S+)$|: try {2}(?<send>send \\S+) …$| {2}(?<options>options \\S+ SO_\\S+ \\S+)$");

    /** The name of its socket. */
    String socket() {
        return call.split(" ")[1];
    }

    boolean failed() {
        return answer.matches("E[A-Z]+");
    }

    /** The call that was advised under it, if one was. */
    Optional<String> advice() {
        return hints.stream().flatMap(hint -> advice(hint).stream()).findFirst();
    }

    private static Optional<String> advice(String hint) {
        Matcher said = ADVICE.matcher(hint);
        if (!said.find()) {
            return Optional.empty();
        }
        return Optional.of(
                said.group("listen") != null
                        ? said.group("listen") + " 5"
                        : said.group("send") != null ? said.group("send") + " hello" : said.group("options"));
    }

    @Override
    public String toString() {
        return call + " = " + answer;
    }
}
