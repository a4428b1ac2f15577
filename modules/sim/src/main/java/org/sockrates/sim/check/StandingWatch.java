package org.sockrates.sim.check;

import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.Line;

/** Watches how one end of a connection says it stands, beside what the line and both programs know. */
final class StandingWatch {
    private final Judge judge;
    private final Party party;
    private final Party other;
    private final int bufferBytes;
    private boolean wasOpen;

    StandingWatch(Judge judge, Party party, Party other, int bufferBytes) {
        this.judge = judge;
        this.party = party;
        this.other = other;
        this.bufferBytes = bufferBytes;
    }

    /**
     * A call has returned.
     *
     * @param reason why it may have failed in this call, or null for no reason at all
     */
    void after(Standing before, Standing now, @Nullable Errno reason, long wakeNanos) {
        open(before, now);
        end(before, now);
        judge.ask(
                Invariant.TELLS_WHY,
                now.failure() == before.failure() || (!before.failed() && now.failure() == reason),
                failure(before.failure(), now.failure()));
        told(now);
        said(now);
        boolean waits = party.speech().isWaiting() && !now.failed();
        judge.ask(
                Invariant.TIMER_IN_NEED, waits == (wakeNanos != Line.NEVER), waits ? "no timer runs" : "a timer runs");
    }

    private static String failure(@Nullable Errno before, @Nullable Errno now) {
        return "it tells " + (now == null ? "nothing" : now) + ", and told " + (before == null ? "nothing" : before)
                + " before";
    }

    private void open(Standing before, Standing now) {
        Speech speech = party.speech();
        boolean opens = now.open() && !before.open();
        judge.ask(
                Invariant.OPENED_ONCE,
                (now.open() || !before.open()) && !(opens && wasOpen),
                opens ? "it was opened again" : "it is not open any more");
        wasOpen |= opens;
        judge.ask(Invariant.OPEN_IS_TRUE, !opens || speech.isKnown(), "it is open, and does not know that yet");
        judge.ask(Invariant.OPEN_AT_ONCE, now.open() || now.failed() || !speech.isSurelyKnown(), "it is not open");
        judge.ask(
                Invariant.NOT_BEFORE_OPEN,
                now.open() || now.availableBytes() == 0,
                "%d bytes can be read, and it is not open",
                now.availableBytes());
        judge.ask(
                Invariant.WITHIN_BUFFER,
                now.availableBytes() <= bufferBytes,
                "%d bytes wait (expected: at most %d)",
                now.availableBytes(),
                bufferBytes);
    }

    private void end(Standing before, Standing now) {
        Speech speech = party.speech();
        judge.ask(
                Invariant.END_TOLD_ONCE,
                !before.atEnd() || (now.atEnd() && now.availableBytes() == 0),
                now.atEnd() ? "bytes came behind it" : "it was told, and is not so any more");
        int heard = party.program().heard();
        boolean whole = other.isFinished()
                && speech.hasEndCome()
                && heard == other.program().said();
        judge.ask(
                Invariant.END_AFTER_ALL,
                !now.atEnd() || (whole && now.availableBytes() == 0),
                "it was told when %d of %d bytes were read",
                heard,
                other.program().said());
        judge.ask(
                Invariant.OVER_IS_TRUE,
                !now.over() || (speech.hasEndCome() && speech.isEndAcknowledged()),
                speech.hasEndCome() ? "its own is not acknowledged" : "no END came");
        judge.ask(
                Invariant.OVER_AT_ONCE,
                now.over() || now.failed() || !now.atEnd() || !speech.isEndAcknowledged(),
                "it does not say so");
    }

    private void said(Standing now) {
        Speech speech = party.speech();
        boolean waits = speech.bytesSent() < party.program().said() || (party.isFinished() && !speech.isEndSent());
        judge.ask(
                Invariant.SAID_AT_ONCE,
                !waits || !now.open() || now.failed() || speech.outstanding() >= speech.windowInUse(),
                "something waits with %d messages outstanding (expected: nothing below %d)",
                speech.outstanding(),
                speech.windowInUse());
    }

    private void told(Standing now) {
        boolean arrived = other.receivedBytes() == party.program().said()
                && (!party.isFinished() || other.speech().hasEndCome());
        judge.ask(
                Invariant.TOLD_TRUE,
                !now.allAcknowledged() || now.failed() || arrived,
                "all is acknowledged, %d of %d bytes have arrived",
                other.receivedBytes(),
                party.program().said());
    }
}
