package org.sockrates.sim.check;

import java.util.Arrays;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.Protocol;

/** Watches the data that one end sends, and what it is told of it. Numbers are counted from the first. */
final class SenderWatch {
    private final Scene scene;
    private final Judge judge;
    private final Messages messages;
    private final WatchedTimeout timeout;

    private boolean[] acknowledged = new boolean[16];
    private int[] times = new int[16];
    private long[] sentNanos = new long[16];
    private long[] dueNanos = new long[16];
    private long[] gapNanos = new long[16];
    private long[] arrivalsThen = new long[16];
    private long[] lastCall = new long[16];

    private int handed;
    private int sent;
    private int oldest;
    private int newestNext;
    private int window;
    private int lastWindow;
    private boolean shut;
    private boolean opened;
    private boolean slid;
    private boolean newFlight;
    private long backedOffNanos = Long.MIN_VALUE;
    private long arrivals;
    private long calls;
    private long timerNanos = Line.NEVER;
    private int ackNumber;
    private boolean dataCame;

    SenderWatch(Scene scene, Messages messages, WatchedTimeout timeout) {
        this.scene = scene;
        judge = scene.judge;
        this.messages = messages;
        this.timeout = timeout;
        window = scene.plan.window();
        lastWindow = window;
    }

    void begin(Call call, int messagesHanded) {
        calls++;
        handed = messagesHanded;
        opened = false;
        slid = false;
        newFlight = false;
        arrivals += call == Call.ARRIVED ? 1 : 0;
    }

    // --- what it is told --------------------------------------------------------------------------------------------

    void acknowledged(Arrival ack) {
        ackNumber = ack.number - scene.plan.first();
        int next = ack.next - scene.plan.first();
        opened = shut && ack.window > 0;
        shut = ack.window == 0;
        lastWindow = ack.window;
        window = next > newestNext ? ack.window : next == newestNext ? Math.max(window, ack.window) : window;
        newestNext = Math.max(newestNext, next);
        if (ackNumber >= 0 && ackNumber < sent) {
            acknowledged[ackNumber] = true;
        }
        int before = oldest;
        if (scene.textbook != Protocol.SELECTIVE_REPEAT && next > oldest && next <= sent) {
            oldest = next;
        }
        while (oldest < sent && acknowledged[oldest]) {
            oldest++;
        }
        slid = oldest > before;
    }

    // --- what it sends ----------------------------------------------------------------------------------------------

    void sent(Packet data, Call call) {
        int number = data.number() - scene.plan.first();
        judge.ask(Invariant.NUMBERED, number >= 0 && number <= sent, "data %d after data %d", number, sent - 1L);
        judge.ask(
                Invariant.DATA_FOR_A_REASON,
                call != Call.ROOM_AGAIN && !(call == Call.ARRIVED && dataCame),
                "data %d was sent though nothing asked for it",
                number);
        if (number < 0 || number > sent) {
            return;
        }
        if (number == sent) {
            first(data, number);
        } else {
            again(data, number, call);
        }
        sentNanos[number] = scene.now();
        dueNanos[number] = scene.now() + timeout.nanos();
        arrivalsThen[number] = arrivals;
        lastCall[number] = calls;
        times[number]++;
    }

    /** Whether what arrived in this call was data: then nothing asked a sender for anything. */
    void dataCame(boolean came) {
        dataCame = came;
    }

    private void first(Packet data, int number) {
        grow();
        judge.ask(
                Invariant.CARRIES_THE_MESSAGE,
                number < handed && messages.isMessage(number, data.payload()),
                "data %d carries something else",
                number);
        if (sent == oldest) {
            timerNanos = Line.NEVER;
            slid = true;
        }
        sent++;
        gapNanos[number] = 0;
        int outstanding = sent - oldest;
        judge.ask(
                Invariant.WITHIN_WINDOW,
                outstanding <= scene.plan.window(),
                "%d packets outstanding (expected: at most %d)",
                outstanding,
                scene.plan.window());
        int theirs = Math.max(1, Math.max(window, lastWindow));
        judge.ask(
                Invariant.WITHIN_THEIR_WINDOW,
                outstanding <= theirs,
                "%d packets outstanding (expected: at most %d, which the other end can take)",
                outstanding,
                theirs);
    }

    private void again(Packet data, int number, Call call) {
        judge.ask(
                Invariant.SAME_AGAIN,
                messages.isMessage(number, data.payload()),
                "data %d went again with other bytes",
                number);
        judge.ask(Invariant.NOT_AGAIN, !acknowledged[number], "data %d went again after its acknowledgement", number);
        newFlight |= sentNanos[number] >= backedOffNanos;
        if (scene.textbook != null) {
            boolean due = call == Call.TIMEOUT
                    && (scene.textbook != Protocol.SELECTIVE_REPEAT || dueNanos[number] <= scene.now());
            judge.ask(Invariant.AGAIN_WHEN_DUE, due || opened, "data %d went again before its time", number);
        }
        boolean alone = arrivalsThen[number] == arrivals;
        long gap = scene.now() - sentNanos[number];
        if (alone && gapNanos[number] > 0) {
            judge.askTimes(
                    Invariant.PATIENT, gap >= gapNanos[number], "it waited %s, and before %s", gap, gapNanos[number]);
        }
        gapNanos[number] = alone ? gap : 0;
    }

    private void grow() {
        if (sent == times.length) {
            int size = 2 * sent;
            acknowledged = Arrays.copyOf(acknowledged, size);
            times = Arrays.copyOf(times, size);
            sentNanos = Arrays.copyOf(sentNanos, size);
            dueNanos = Arrays.copyOf(dueNanos, size);
            gapNanos = Arrays.copyOf(gapNanos, size);
            arrivalsThen = Arrays.copyOf(arrivalsThen, size);
            lastCall = Arrays.copyOf(lastCall, size);
        }
    }

    // --- when the call has returned ---------------------------------------------------------------------------------

    /** Of the three as the textbook has them. */
    void end(Call call, long wakeNanos) {
        boolean all = scene.textbook != Protocol.SELECTIVE_REPEAT || opened;
        if (call == Call.TIMEOUT || opened) {
            for (int number = oldest; number < sent; number++) {
                boolean due = !acknowledged[number] && (all || dueNanos[number] <= scene.now());
                judge.ask(
                        Invariant.ALL_THAT_IS_DUE,
                        !due || lastCall[number] == calls,
                        "data %d did not go again",
                        number);
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
            learnt(call);
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
        boolean known = ackNumber >= 0 && ackNumber < sent;
        judge.ask(
                Invariant.KARN,
                call == Call.ARRIVED
                        && timeout.timesMeasured() == 1
                        && known
                        && times[ackNumber] == 1
                        && timeout.roundTripNanos() == scene.now() - sentNanos[ackNumber],
                "a round trip of %d ns was learnt from data %d",
                timeout.roundTripNanos(),
                ackNumber);
    }

    private void startTimer(Call call) {
        if (oldest == sent) {
            timerNanos = Line.NEVER;
        } else if (scene.textbook == Protocol.SELECTIVE_REPEAT) {
            timerNanos = Line.NEVER;
            for (int number = oldest; number < sent; number++) {
                timerNanos = acknowledged[number] ? timerNanos : Math.min(timerNanos, dueNanos[number]);
            }
        } else if (call == Call.TIMEOUT || slid || opened) {
            timerNanos = scene.now() + timeout.nanos();
        }
    }
}
