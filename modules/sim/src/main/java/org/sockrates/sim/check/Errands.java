package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.sockrates.sim.check.schedule.Parting;
import org.sockrates.sim.check.schedule.Parting.Manner;
import org.sockrates.sim.check.schedule.Talk;
import org.sockrates.transport.rdt.Conversation;
import org.sockrates.transport.text.CountText;

/** Does for one end of a connection what its program wants: says, reads, ends, gives up; and looks at what comes of it. */
final class Errands {
    /** After so long, nobody waits for the other end to end. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private final Scene scene;
    private final Judge judge;
    private final Talk talk;
    private final Party party;
    private final StreamProgram program;
    private final Handed handed = new Handed();
    private int offered;
    private int moved;
    private boolean triedEarly;
    private boolean reading;
    private boolean waitedEnough;
    private boolean finishing;
    private boolean finished;
    private boolean gaveUp;

    Errands(Scene scene, Talk talk, Party party, StreamProgram program) {
        this.scene = scene;
        judge = scene.judge;
        this.talk = talk;
        this.party = party;
        this.program = program;
    }

    /** The connection is there. */
    void begin() {
        program.begin(party::goOn);
        Parting parting = talk.parting();
        if (parting.isSudden()) {
            scene.timeline.at(scene.now() + parting.nanos(), this::giveUp);
        } else if (parting.manner() == Manner.FOLLOWS) {
            scene.timeline.at(scene.now() + PATIENCE_NANOS, () -> {
                waitedEnough = true;
                party.goOn();
            });
        }
    }

    /** Does what can be done now. */
    void goOn() {
        boolean again = true;
        while (again && judge.isContent() && party.isThere()) {
            again = reads() || says() || finishes();
        }
    }

    /** How many bytes its program has handed out, those of a call that has not returned among them. */
    int offered() {
        return Math.max(offered, program.said());
    }

    boolean isFinished() {
        return finished;
    }

    boolean hasGivenUp() {
        return gaveUp;
    }

    // --- reading ----------------------------------------------------------------------------------------------------

    private boolean reads() {
        if (party.standing().availableBytes() == 0 || reading) {
            return false;
        }
        if (talk.readNanos() == 0) {
            return receive(party.standing().availableBytes());
        }
        reading = true;
        scene.timeline.at(scene.now() + talk.readNanos(), () -> {
            reading = false;
            if (party.isThere()) {
                receive(Conversation.MOST_BYTES);
                party.goOn();
            }
        });
        return false;
    }

    private boolean receive(int most) {
        int available = party.standing().availableBytes();
        ByteBuffer into = ByteBuffer.allocate(most);
        party.perform(
                Call.RECEIVE,
                connection -> moved = connection.receive(into, scene.now()),
                () -> received(into, available));
        return moved > 0;
    }

    private void received(ByteBuffer into, int available) {
        int expected = Math.min(available, into.capacity());
        judge.ask(
                Invariant.COUNTED,
                moved == into.position() && moved == expected,
                "receive gave %d bytes (expected: %d)",
                moved,
                expected);
        int from = program.heard();
        scene.note(scene.now() + moved);
        party.step(Step.Kind.DELIVERS, "receive " + CountText.print(moved, "byte"));
        boolean right = program.hear(into.flip());
        judge.ask(
                Invariant.PREFIX,
                right && program.heard() <= party.saidThere(),
                "the %d bytes from %d on are others",
                moved,
                from);
    }

    // --- saying -----------------------------------------------------------------------------------------------------

    private boolean says() {
        Standing standing = party.standing();
        if (finished || standing.failed() || !program.hasMore() || (!standing.open() && triedEarly)) {
            return false;
        }
        triedEarly |= !standing.open();
        ByteBuffer piece = program.next();
        int size = piece.remaining();
        boolean waiting = program.said() > party.speech().bytesSent();
        offered = program.said() + size;
        ByteBuffer bytes = handed.hand(piece);
        int from = bytes.position();
        party.step(Step.Kind.SENDS, "send " + CountText.print(size, "byte"));
        party.perform(
                Call.SEND,
                connection -> moved = connection.send(bytes, scene.now()),
                () -> sent(standing, size, bytes.position() - from, waiting));
        return standing.open() && (moved > 0 || size == 0);
    }

    private void sent(Standing before, int size, int taken, boolean waiting) {
        judge.ask(
                Invariant.COUNTED,
                moved == taken && moved >= 0 && moved <= size,
                "send told of %d bytes, and took %d",
                moved,
                taken);
        judge.ask(Invariant.BYTES_UNTOUCHED, handed.takeBack(), "the bytes it was handed were changed");
        if (!judge.isContent()) {
            return;
        }
        if (before.open()) {
            judge.ask(
                    before.atEnd() ? Invariant.HALF_CLOSED_SPEAKS : Invariant.TAKES_WHEN_OPEN,
                    taken > 0 || size == 0 || waiting,
                    "none of %d bytes was taken, and none waits",
                    size);
        } else {
            judge.ask(Invariant.TAKES_WHEN_OPEN, taken == 0, "%d bytes were taken, and it is not open", taken);
        }
        if (before.open()) {
            program.said(taken);
        }
    }

    // --- ending -----------------------------------------------------------------------------------------------------

    private boolean finishes() {
        if (finishing || party.standing().failed() || !program.saidAll()) {
            return false;
        }
        Parting parting = talk.parting();
        if (parting.manner() == Manner.FOLLOWS && !party.standing().atEnd() && !waitedEnough) {
            return false;
        }
        finishing = true;
        long later = parting.isSudden() ? 0 : parting.nanos();
        if (later == 0) {
            finish();
            return true;
        }
        scene.timeline.at(scene.now() + later, () -> {
            finish();
            party.goOn();
        });
        return false;
    }

    private void finish() {
        if (!party.isThere() || party.standing().failed()) {
            return;
        }
        finished = true;
        party.step(Step.Kind.SENDS, "finish");
        party.perform(Call.FINISH, connection -> connection.finish(scene.now()));
        party.performRefused(connection -> connection.send(ByteBuffer.allocate(1), scene.now()));
    }

    private void giveUp() {
        if (!party.isThere() || party.standing().failed() || party.standing().over()) {
            return;
        }
        gaveUp = true;
        if (talk.parting().manner() == Manner.VANISHES) {
            party.step(Step.Kind.SENDS, "vanish");
            party.vanish();
            return;
        }
        party.step(Step.Kind.SENDS, "abort");
        party.perform(Call.ABORT, connection -> connection.abort(scene.now()));
        party.goOn();
    }
}
