package org.sockrates.sim.check.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * A run as it is written down: what the programs want, and each thing that the line does to a packet.
 *
 * @param decisions in any order; more than one may be about the same packet
 */
public record Schedule(Plan plan, List<Decision> decisions) {
    public Schedule {
        decisions = List.copyOf(decisions);
    }

    /**
     * Reads one.
     *
     * @throws org.sockrates.transport.UsageException that names the words that cannot be meant
     */
    public static Schedule parse(String text) {
        return new ScheduleParser(text).parse();
    }

    Schedule with(Plan other) {
        return new Schedule(other, decisions);
    }

    Schedule with(List<Decision> others) {
        return new Schedule(plan, others);
    }

    /** As {@link #parse} reads it, in one line. */
    public String text() {
        return String.join("; ", phrases());
    }

    /** The same, phrase by phrase: first what is wanted, then what is done. */
    public List<String> phrases() {
        List<String> phrases = new ArrayList<>(PlanText.phrases(plan));
        decisions.forEach(decision -> phrases.add(decision.text()));
        return phrases;
    }
}
