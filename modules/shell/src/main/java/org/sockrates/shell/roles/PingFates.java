package org.sockrates.shell.roles;

import java.time.Duration;
import java.util.Arrays;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.transport.text.DurationText;

/**
 * What became of each numbered message: it waits, has its reply, or was given up, after which its reply is late. Counts it,
 * and tells it. Not for two threads at once.
 */
final class PingFates {
    private static final long MOST_LATE_NANOS = 1_000_000_000;

    private enum Fate {
        WAITING,
        ANSWERED,
        MISSED,
        LATE
    }

    private final long limitNanos;
    private final boolean ordered;
    private final PingTally tally;
    private final PingWatch.Told told;
    private long[] sentNanos = new long[64];
    private Fate[] fates = new Fate[64];
    private int sent;
    private int judged; // those before it have had their time
    private int replied; // those before it have their reply
    private int waiting;
    private boolean numbered; // a reply had its number

    /**
     * With nothing sent.
     *
     * @param limitNanos how long a reply may take
     * @param ordered whether replies come in the order of the messages, so that one without a number is known all the same
     */
    PingFates(long limitNanos, boolean ordered, PingTally tally, PingWatch.Told told) {
        this.limitNanos = limitNanos;
        this.ordered = ordered;
        this.tally = tally;
        this.told = told;
    }

    /** The next message is about to be sent. */
    void sending(long now) {
        if (sent == sentNanos.length) {
            sentNanos = Arrays.copyOf(sentNanos, 2 * sent);
            fates = Arrays.copyOf(fates, 2 * sent);
        }
        sentNanos[sent] = now;
        fates[sent] = Fate.WAITING;
        waiting++;
        tally.sent();
        sent++;
    }

    /** The last was not sent after all. */
    void unsent() {
        sent--;
        waiting -= fates[sent] == Fate.WAITING ? 1 : 0;
        tally.unsent();
    }

    /** How many were. */
    int sent() {
        return sent;
    }

    /** How many still wait. */
    int waiting() {
        return waiting;
    }

    /**
     * Something came. What had come before its message was sent is no reply to it, nor is what has no number where others
     * have one.
     *
     * @param number of the message; {@link PingReplies#UNNUMBERED} where it has none
     */
    void came(long number, long now) {
        giveUp(now);
        if (number != PingReplies.UNNUMBERED && !numbered) {
            numbered = true;
            takeBack();
        }
        long index = number != PingReplies.UNNUMBERED ? number - 1 : numbered ? sent : guessed();
        if (index < 0 || index >= sent || now - sentNanos[(int) index] < 0) {
            tally.unasked();
        } else {
            reply((int) index, now);
        }
    }

    /** What was taken for a reply was a greeting, or whatever a server says beside its replies. */
    private void takeBack() {
        tally.takeBack();
        for (int i = 0; i < sent; i++) {
            if (fates[i] == Fate.LATE) {
                fates[i] = Fate.MISSED; // which was told
            } else if (fates[i] == Fate.ANSWERED) {
                fates[i] = Fate.WAITING;
                waiting++;
            }
            if (i < judged) {
                miss(i);
            }
        }
    }

    /** The message to which a reply without a number is taken to belong. */
    private int guessed() {
        return ordered || waiting == 0 ? firstWithoutReply() : firstWaiting();
    }

    private int firstWithoutReply() {
        while (replied < sent && (fates[replied] == Fate.ANSWERED || fates[replied] == Fate.LATE)) {
            replied++;
        }
        return replied;
    }

    private int firstWaiting() {
        int index = judged;
        while (index < sent && fates[index] != Fate.WAITING) {
            index++;
        }
        return index;
    }

    private void reply(int index, long now) {
        long took = now - sentNanos[index];
        String after = (numbered ? "" : "without a number ") + "after " + FigureText.of(Unit.MILLISECONDS, took / 1e6);
        if (!numbered) {
            tally.unnumbered();
        }
        switch (fates[index]) {
            case WAITING -> {
                boolean sure = numbered || ordered || tally.missed() == 1;
                waiting--;
                fates[index] = Fate.ANSWERED;
                tally.received(sure ? took : PingTally.UNKNOWN);
                told.of(index + 1, sure ? "reply " + after : "a reply, perhaps to another");
            }
            case MISSED -> {
                fates[index] = Fate.LATE;
                tally.late();
                told.of(index + 1, "late reply " + after);
            }
            case ANSWERED, LATE -> {
                tally.duplicate();
                told.of(index + 1, "the same reply again " + after);
            }
        }
    }

    /** Those that have had their time have no reply. */
    void giveUp(long now) {
        for (; judged < sent && now - sentNanos[judged] >= limitNanos; judged++) {
            miss(judged);
        }
    }

    private void miss(int index) {
        if (fates[index] == Fate.WAITING) {
            waiting--;
            fates[index] = Fate.MISSED;
            told.of(index + 1, "no reply within " + DurationText.print(Duration.ofNanos(limitNanos)));
        }
    }

    /**
     * How long from now until a reply to one of those given up would be no late one any more, but lost: after as long again as
     * it may take, a second at most. 0 where there is none.
     */
    long lateNanos(long now) {
        long most = limitNanos + Math.min(limitNanos, MOST_LATE_NANOS);
        for (int i = sent - 1; i >= 0 && now - sentNanos[i] < most; i--) {
            if (fates[i] == Fate.MISSED) {
                return sentNanos[i] + most - now;
            }
        }
        return 0;
    }

    /** How long from now until the next has had its time; as good as for ever where there is none. */
    long restNanos(long now) {
        return judged < sent ? sentNanos[judged] + limitNanos - now : Long.MAX_VALUE;
    }
}
