package org.sockrates.compare;

import java.util.List;

/**
 * Everything one {@code compare} found: the document behind the tables and behind {@code --json}.
 *
 * @param link as netem writes it; empty for none
 * @param congestion the congestion control of TCP; empty where the system's own has no part or does not say
 * @param repeat how often each experiment ran
 * @param partial whether it was interrupted before its end
 */
public record Comparison(
        long seed,
        String path,
        String link,
        String congestion,
        List<String> transports,
        int repeat,
        boolean partial,
        List<Result> experiments) {
    /** The name and version of the document's shape. */
    public static final String SCHEMA = "sockrates/compare/1";

    /** Of how many runs a value is what: {@code 1 run each}, {@code median of 3 runs each}; of an even number with the rule. */
    public String runs() {
        if (repeat == 1) {
            return "1 run each";
        }
        String even = " (of the middle two the mean, of counts and shares one of them)";
        return "median of " + repeat + " runs each" + (repeat % 2 == 0 ? even : "");
    }

    public Comparison {
        transports = List.copyOf(transports);
        experiments = List.copyOf(experiments);
    }
}
