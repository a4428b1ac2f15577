package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import org.sockrates.sim.check.schedule.Talk;

/** The program of one end: says what it has to say, reads what it is given, and looks whether it is what was due. */
final class Program {
    private final Scene scene;
    private final Talk talk;
    private final Messages says;
    private final Messages hears;
    private int allowed;
    private int said;
    private int heard;
    private int unread;

    Program(Scene scene, Talk talk, Messages says, Messages hears) {
        this.scene = scene;
        this.talk = talk;
        this.says = says;
        this.hears = hears;
    }

    // --- what it says -----------------------------------------------------------------------------------------------

    /**
     * Lets it say its first burst, and plans the others.
     *
     * @param goOn called when there is more to say
     */
    void begin(Runnable goOn) {
        allowed = Math.min(says.count(), allowed + talk.burst());
        if (allowed < says.count()) {
            scene.timeline.at(scene.now() + talk.pauseNanos(), () -> {
                begin(goOn);
                goOn.run();
            });
        }
    }

    boolean hasMore() {
        return said < allowed;
    }

    ByteBuffer nextMessage() {
        return says.message(said);
    }

    void saidIt() {
        said++;
    }

    int said() {
        return said;
    }

    boolean saidAll() {
        return said == hasToSay();
    }

    /** How many messages, in all. */
    int hasToSay() {
        return says.count();
    }

    // --- what it hears ----------------------------------------------------------------------------------------------

    int room() {
        return talk.room() - unread;
    }

    int heard() {
        return heard;
    }

    /** @param saidThere how many the other program has said by now */
    void hear(ByteBuffer message, int saidThere) {
        Judge judge = scene.judge;
        judge.ask(Invariant.WITHIN_ROOM, room() > 0, "message %d came, and there was no room", heard);
        boolean due = heard < saidThere && hears.isMessage(heard, message);
        int which = due ? heard : other(message, saidThere);
        boolean known = which >= 0;
        judge.ask(Invariant.ONCE, which >= heard || !known, "message %d came again (expected: %d)", which, heard);
        judge.ask(Invariant.IN_ORDER, which <= heard, "message %d came (expected: %d)", which, heard);
        judge.ask(
                Invariant.NOT_INVENTED,
                known || heard < saidThere,
                "message %d came, and only %d were sent",
                heard,
                saidThere);
        judge.ask(
                Invariant.UNHARMED,
                known,
                "where message %d was due came %d bytes that nobody sent",
                heard,
                message.remaining());
        heard++;
    }

    private int other(ByteBuffer message, int saidThere) {
        for (int i = 0; i < saidThere; i++) {
            if (hears.isMessage(i, message)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts what it heard where it reads from. */
    void keep(Runnable roomAgain) {
        if (talk.readNanos() > 0 && unread++ == 0) {
            scene.timeline.at(scene.now() + talk.readNanos(), () -> read(roomAgain));
        }
    }

    private void read(Runnable roomAgain) {
        boolean full = room() == 0;
        unread--;
        if (unread > 0) {
            scene.timeline.at(scene.now() + talk.readNanos(), () -> read(roomAgain));
        }
        if (full) {
            roomAgain.run();
        }
    }
}
