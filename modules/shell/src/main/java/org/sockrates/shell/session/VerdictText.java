package org.sockrates.shell.session;

import org.sockrates.link.rule.Verdict;

/** What a link did to a packet, as a trace tells it. */
public final class VerdictText {
    private VerdictText() {}

    /**
     * Behind a packet's line: {@code "  <- dropped: drop 3rd data"}; empty where it did nothing, or only took its time, as
     * its rules have it for every packet.
     *
     * @param rule the words of the rules that hit it
     */
    public static String of(Verdict verdict, String rule) {
        boolean usual = rule.isEmpty() || (verdict == Verdict.DELAYED && rule.matches("(delay|rate)(,(delay|rate))*"));
        return usual ? "" : "  <- " + verdict.word() + ": " + rule;
    }
}
