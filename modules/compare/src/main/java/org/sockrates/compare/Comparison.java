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

    public Comparison {
        transports = List.copyOf(transports);
        experiments = List.copyOf(experiments);
    }
}
