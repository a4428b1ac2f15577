package org.sockrates.compare.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Result;

/** One sentence of a result: a clause for each transport, or why there is nothing to say about it. */
final class Sentence {
    private Sentence() {}

    /**
     * {@code tcp …; udp …; rdt: n/a, reason.} A clause ends in how many runs told something, where not all did; a figure that
     * fewer of them know says so behind itself ({@link Column#knownIn}).
     *
     * @param headline transports without a value of it have only their reason in the sentence
     * @param clause what follows a transport's name
     */
    static String of(Result result, Measure headline, Function<Column, String> clause) {
        StringJoiner sentence = new StringJoiner("; ", "", ".");
        Map<String, String> byReason = new LinkedHashMap<>();
        for (String transport : result.transports()) {
            Column column = new Column(result, transport);
            if (column.has(headline)) {
                String runs = column.runs();
                sentence.add(transport + " " + clause.apply(column) + (runs.isEmpty() ? "" : " (in " + runs + ")"));
            } else {
                byReason.merge(column.reason(headline), transport, (some, another) -> some + " and " + another);
            }
        }
        byReason.forEach((reason, transports) -> sentence.add(transports + ": n/a, " + reason));
        return sentence.toString();
    }
}
