package org.sockrates.sim.check;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;

/** Watches the data that one end sends, and what it is told of it. Numbers are counted from the first. */
final class SenderWatch {
    private final Scene scene;
    private final Judge judge;
    private final Messages messages;
    private final WatchedTimeout timeout;
    private final List<Sent> sent = new ArrayList<>();
    private final Advertised theirs;
    private final RoundTripsLearnt learnt;

    private int handed;
    private int oldest;
    /** Before it each was acknowledged by its own number. */
    private int singly;

    private boolean mayOpen;
    private boolean opened;
    private boolean slid;
    private boolean newFlight;
    /** Whether the acknowledgement that came is the first of a number that was sent once. */
    private boolean tells;

    private long backedOffNanos = Long.MIN_VALUE;
    private long arrivals;
    private long calls;
    private long timerNanos = Line.NEVER;
    private int ackNumber;
    /** The first that it freed: all before its number, too, but in selective repeat. */
    private int ackFrom;

    private boolean dataCame;

    SenderWatch(Scene scene, Messages messages, WatchedTimeout timeout) {
        this.scene = scene;
        judge = scene.judge;
        this.messages = messages;
        this.timeout = timeout;
        theirs = new Advertised(scene.plan.window());
        learnt = new RoundTripsLearnt(judge, scene.plan.window());
    }

    void begin(Call call, int messagesHanded) {
        calls++;
        handed = messagesHanded;
        mayOpen = false;
        opened = false;
        slid = false;
        newFlight = false;
        tells = false;
        arrivals += call == Call.ARRIVED ? 1 : 0;
    }

    // --- what it is told --------------------------------------------------------------------------------------------

    void acknowledged(Arrival ack) {
        ackNumber = ack.number - scene.plan.first();
        int next = ack.next - scene.plan.first();
        theirs.heard(next, ack.window);
        mayOpen = theirs.mayHaveOpened();
        opened = theirs.hasOpened();
        boolean news = isSent(ackNumber) && !sent.get(ackNumber).acknowledged;
        if (isSent(ackNumber)) {
            sent.get(ackNumber).acknowledged = true;
        }
        int before = oldest;
        if (scene.textbook != Protocol.SELECTIVE_REPEAT && next > oldest && next <= sent.size()) {
            pass(next);
        }
        while (oldest < sent.size() && sent.get(oldest).acknowledged) {
            oldest++;
        }
        while (singly < sent.size() && sent.get(singly).acknowledged) {
            singly++;
        }
        ackFrom = scene.textbook == Protocol.SELECTIVE_REPEAT ? ackNumber : Math.min(before, ackNumber);
        slid = oldest > before;
        tells = (scene.textbook == Protocol.SELECTIVE_REPEAT ? news : slid)
                && isSent(ackNumber)
                && sent.get(ackNumber).times == 1;
    }

    /** What came was forged, and no data: it is of nothing that is outstanding. */
    void cameForged(Arrival forged) {
        if (!forged.data) {
            theirs.heardForged();
            mayOpen = theirs.mayHaveOpened();
        }
    }

    /** How many numbers were put on the line. */
    int sent() {
        return sent.size();
    }

    /** Before which everything is acknowledged: of whoever does not say what it is, by both readings of that. */
    int oldest() {
        return scene.textbook == null ? Math.min(singly, oldest) : oldest;
    }

    /** The window that it was told last. */
    int told() {
        return theirs.last();
    }

    /** Whether there is room for one more by no reading of the other end's window. */
    boolean isFull() {
        return sent.size() - oldest >= Math.min(scene.plan.window(), theirs.most());
    }

    /** Who times one packet learns nothing of it where its own acknowledgement does not come. */
    private void pass(int next) {
        for (; oldest < next; oldest++) {
            if (!sent.get(oldest).acknowledged) {
                learnt.begunAnew();
            }
        }
    }

    private boolean isSent(int number) {
        return number >= 0 && number < sent.size();
    }

    // --- what it sends ----------------------------------------------------------------------------------------------

    void sent(Packet data, Call call) {
        int number = data.number() - scene.plan.first();
        boolean next = number == sent.size();
        judge.ask(Invariant.NUMBERED, next || isSent(number), "data %d after data %d", number, sent.size() - 1L);
        judge.ask(
                Invariant.DATA_FOR_A_REASON,
                call != Call.ROOM_AGAIN && !(call == Call.ARRIVED && dataCame),
                "data %d was sent though nothing asked for it",
                number);
        if (next) {
            first(data, number);
        } else if (isSent(number)) {
            again(sent.get(number), data, number, call);
        } else {
            return;
        }
        Sent now = sent.get(number);
        now.times++;
        now.lastNanos = scene.now();
        now.lastCall = calls;
        now.dueNanos = scene.now() + timeout.nanos();
        now.arrivalsThen = arrivals;
    }

    /** Whether what arrived in this call was data: then nothing asked a sender for anything. */
    void dataCame(boolean came) {
        dataCame = came;
    }

    private void first(Packet data, int number) {
        judge.ask(
                Invariant.CARRIES_THE_MESSAGE,
                number < handed && messages.isMessage(number, data.payload()),
                "data %d carries something else",
                number);
        if (number == oldest) {
            timerNanos = Line.NEVER;
            slid = true;
        }
        sent.add(new Sent());
        int outstanding = sent.size() - oldest;
        judge.ask(
                Invariant.WITHIN_WINDOW,
                outstanding <= scene.plan.window(),
                "%d packets outstanding (expected: at most %d)",
                outstanding,
                scene.plan.window());
        judge.ask(
                Invariant.WITHIN_THEIR_WINDOW,
                outstanding <= theirs.most(),
                "%d packets outstanding (expected: at most %d, which the other end can take)",
                outstanding,
                theirs.most());
    }

    private void again(Sent before, Packet data, int number, Call call) {
        judge.ask(
                Invariant.SAME_AGAIN,
                messages.isMessage(number, data.payload()),
                "data %d went again with other bytes",
                number);
        judge.ask(Invariant.NOT_AGAIN, !before.acknowledged, "data %d went again after its acknowledgement", number);
        learnt.begunAnew();
        opened |= mayOpen; // it reads it so, and so all goes again
        newFlight |= before.lastNanos >= backedOffNanos;
        if (scene.textbook != null) {
            boolean due = call == Call.TIMEOUT
                    && (scene.textbook != Protocol.SELECTIVE_REPEAT || before.dueNanos <= scene.now());
            judge.ask(Invariant.AGAIN_WHEN_DUE, due || mayOpen, "data %d went again before its time", number);
        }
        boolean alone = before.arrivalsThen == arrivals;
        long gap = scene.now() - before.lastNanos;
        if (alone && before.gapNanos > 0) {
            judge.askTimes(
                    Invariant.PATIENT, gap >= before.gapNanos, "it waited %s, and before %s", gap, before.gapNanos);
        }
        before.gapNanos = alone ? gap : 0;
    }

    /** It has said that there is no room for what its program has to say. Of the three as the textbook has them. */
    void refused() {
        askWindow(true, "hasRoom said no with %d outstanding (expected: yes below %d)");
    }

    private void askWindow(boolean waits, String unless) {
        int outstanding = sent.size() - oldest;
        int least = scene.windowInUse(theirs);
        judge.ask(Invariant.WINDOW_USED, !waits || outstanding >= least, unless, outstanding, least);
    }

    // --- when the call has returned ---------------------------------------------------------------------------------

    /** Of the three as the textbook has them. */
    void end(Call call, long wakeNanos) {
        askWindow(
                sent.size() < handed,
                "a message was taken, and not sent with %d outstanding (expected: sent below %d)");
        boolean all = scene.textbook != Protocol.SELECTIVE_REPEAT || opened;
        if (call == Call.TIMEOUT || opened) {
            for (int number = oldest; number < sent.size(); number++) {
                Sent one = sent.get(number);
                boolean due = !one.acknowledged && (all || one.dueNanos <= scene.now());
                judge.ask(Invariant.ALL_THAT_IS_DUE, !due || one.lastCall == calls, "data %d did not go again", number);
            }
        }
        int due = call == Call.TIMEOUT && (scene.textbook != Protocol.SELECTIVE_REPEAT || newFlight) ? 1 : 0;
        judge.ask(
                Invariant.BACKS_OFF,
                timeout.timesExpired() == due,
                "the timeout was told %d times (expected: %d)",
                timeout.timesExpired(),
                due);
        backedOffNanos = timeout.timesExpired() > 0 ? scene.now() : backedOffNanos;
        if (timeout.timesMeasured() > 0) {
            learnt.one();
            learnt(call);
        } else if (tells) {
            learnt.none();
        }
        startTimer(call);
        judge.askTimes(
                Invariant.TIMER_AGAIN,
                wakeNanos == timerNanos,
                "the timer rings at %s (expected: %s)",
                wakeNanos,
                timerNanos);
    }

    private void learnt(Call call) {
        judge.ask(
                Invariant.KARN,
                call == Call.ARRIVED
                        && timeout.timesMeasured() == 1
                        && isSent(ackNumber)
                        && ackFrom >= 0
                        && sent.subList(ackFrom, ackNumber + 1).stream().anyMatch(this::tookAsLong),
                "a round trip of %d ns was learnt from data %d",
                timeout.roundTripNanos(),
                ackNumber);
    }

    /** One of those that were freed may be the one that is timed (RFC 6298 §3): which of them is its sender's choice. */
    private boolean tookAsLong(Sent one) {
        return one.times == 1 && timeout.roundTripNanos() == scene.now() - one.lastNanos;
    }

    private void startTimer(Call call) {
        if (oldest == sent.size()) {
            timerNanos = Line.NEVER;
        } else if (scene.textbook == Protocol.SELECTIVE_REPEAT) {
            timerNanos = Line.NEVER;
            for (Sent one : sent.subList(oldest, sent.size())) {
                timerNanos = one.acknowledged ? timerNanos : Math.min(timerNanos, one.dueNanos);
            }
        } else if (call == Call.TIMEOUT || slid || opened) {
            timerNanos = scene.now() + timeout.nanos();
        }
    }
}
