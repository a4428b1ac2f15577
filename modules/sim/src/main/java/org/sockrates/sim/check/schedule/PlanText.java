package org.sockrates.sim.check.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.transport.text.DurationText;

/** A plan in words; what is as usual is left out. */
final class PlanText {
    /** What is meant where nothing is said. */
    static final Plan USUAL = new Plan(false, 1, 0, 100 * Plan.MILLI, Talk.SILENT, Talk.SILENT);

    private PlanText() {}

    static List<String> phrases(Plan plan) {
        List<String> phrases = new ArrayList<>();
        if (plan.connected()) {
            phrases.add("connection");
        }
        phrases.add("window " + plan.window());
        if (plan.first() != USUAL.first()) {
            phrases.add("first " + Integer.toUnsignedLong(plan.first()));
        }
        if (plan.timeoutNanos() != USUAL.timeoutNanos()) {
            phrases.add("timeout " + (plan.timeoutNanos() == Plan.LEARNT ? "learnt" : time(plan.timeoutNanos())));
        }
        talk("client", plan.client(), phrases);
        talk("server", plan.server(), phrases);
        return phrases;
    }

    private static void talk(String who, Talk talk, List<String> phrases) {
        if (talk.messages() > 0) {
            String size = talk.bytes() == Talk.ANY_SIZE ? "any" : Integer.toString(talk.bytes());
            phrases.add(
                    who + " sends " + talk.messages() + (talk.bytes() == Talk.SILENT.bytes() ? "" : " size " + size));
        }
        if (talk.messages() > talk.burst()) {
            phrases.add(who + " bursts " + talk.burst() + " " + time(talk.pauseNanos()));
        }
        if (talk.readNanos() > 0) {
            phrases.add(who + " room " + talk.room() + " " + time(talk.readNanos()));
        }
        if (!talk.parting().equals(Parting.USUAL)) {
            phrases.add(who + " " + parting(talk.parting()));
        }
    }

    private static String parting(Parting parting) {
        String word = parting.manner().word();
        return parting.nanos() == 0 ? word : word + " " + time(parting.nanos());
    }

    private static String time(long nanos) {
        return DurationText.print(Duration.ofNanos(nanos));
    }
}
