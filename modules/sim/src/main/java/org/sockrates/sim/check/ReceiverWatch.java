package org.sockrates.sim.check;

import java.util.Arrays;
import org.sockrates.transport.rdt.Packet;

/** Watches what one end answers to the data that comes. Numbers are counted from the first. */
final class ReceiverWatch {
    private static final int MOST_WINDOW = 0xffff;

    private final Scene scene;
    private final Judge judge;
    private boolean[] arrived = new boolean[16];
    private int inARow;
    private int delivered;
    private int deliveredBefore;
    private int roomBefore;
    private int lastNext;
    private int answers;
    private boolean dataCame;
    private boolean nextCame;
    private boolean forgedCame;
    private boolean mayNameForged;
    private int forgedNumber;

    ReceiverWatch(Scene scene) {
        this.scene = scene;
        judge = scene.judge;
    }

    void begin(int room) {
        answers = 0;
        dataCame = false;
        nextCame = false;
        forgedCame = false;
        deliveredBefore = delivered;
        roomBefore = room;
    }

    void came(Arrival data) {
        dataCame = true;
        int number = data.number - scene.plan.first();
        if (number >= arrived.length) {
            arrived = Arrays.copyOf(arrived, Math.max(number + 1, 2 * arrived.length));
        }
        arrived[number] = true;
        nextCame = number == delivered;
        while (inARow < arrived.length && arrived[inARow]) {
            inARow++;
        }
    }

    /**
     * What came was forged. Data is answered; who has taken that number long ago may name it, and so may, however new it is,
     * who is not one of the three.
     */
    void cameForged(Arrival forged) {
        dataCame = forged.data;
        forgedNumber = forged.number - scene.plan.first();
        forgedCame = forged.data;
        mayNameForged = forgedNumber < delivered || scene.textbook == null;
    }

    /** How many were delivered. */
    int taken() {
        return delivered;
    }

    void delivered() {
        delivered++;
    }

    void answered(Packet ack, Call call, int room) {
        answers++;
        judge.ask(
                Invariant.ACK_FOR_A_REASON,
                dataCame || call == Call.ROOM_AGAIN,
                "an acknowledgement answers what is no data");
        int number = ack.number() - scene.plan.first();
        int next = ack.next() - scene.plan.first();
        if (forgedCame && number == forgedNumber) {
            judge.ask(
                    Invariant.TAKES_WITHIN_THE_WINDOW,
                    mayNameForged,
                    "data %d is acknowledged, which nobody sent, and for which it has no place",
                    number);
        }
        judge.ask(
                Invariant.ACK_OF_WHAT_CAME,
                number == -1
                        || (forgedCame && number == forgedNumber)
                        || (number >= 0 && number < arrived.length && arrived[number]),
                "%d is acknowledged, and never came whole",
                number);
        judge.ask(
                Invariant.NEXT_IS_TRUE,
                next >= 0 && next <= inARow && next <= delivered,
                "everything before %d is acknowledged (expected: before %d)",
                next,
                Math.min(inARow, delivered));
        judge.ask(Invariant.NEXT_NEVER_BACK, next >= lastNext, "next is %d, and was %d before", next, lastNext);
        lastNext = Math.max(next, lastNext);
        judge.ask(
                Invariant.WINDOW_IS_TRUE,
                ack.window() <= Math.min(room, MOST_WINDOW),
                "the window is %d (expected: at most %d)",
                ack.window(),
                room);
        if (scene.textbook != null) {
            judge.ask(
                    Invariant.NEXT_IS_WHOLE,
                    next == delivered,
                    "everything before %d is acknowledged (expected: before %d)",
                    next,
                    delivered);
        }
    }

    /** Of the three as the textbook has them, when the call has returned. */
    void end() {
        judge.ask(Invariant.ANSWERED, answers == 1 || !dataCame, "%d acknowledgements (expected: 1)", answers);
        judge.ask(Invariant.ANSWERED, answers <= 1, "%d acknowledgements (expected: at most 1)", answers);
        if (dataCame) {
            judge.ask(
                    Invariant.TAKEN_AT_ONCE,
                    !nextCame || roomBefore == 0 || delivered > deliveredBefore,
                    "%d came, and was not delivered",
                    deliveredBefore);
        }
    }
}
