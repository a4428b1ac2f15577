package org.sockrates.transport.rdt;

import static org.sockrates.transport.rdt.BufferingReceiver.Event.DATA;
import static org.sockrates.transport.rdt.BufferingReceiver.State.EXPECTING;
import static org.sockrates.transport.rdt.Table.on;

import java.nio.ByteBuffer;

/**
 * Takes every packet of its window, in whatever order, acknowledges each, and delivers them in order: the receiver of
 * selective repeat. What comes early is kept.
 */
final class BufferingReceiver implements Receiver {
    enum State {
        EXPECTING
    }

    enum Event {
        DATA
    }

    static final Table<State, Event, BufferingReceiver> TABLE = Table.of(
            "selective repeat receiver",
            on(EXPECTING, DATA, "the next, and there is room", BufferingReceiver::isNext)
                    .to(EXPECTING, "deliver it and those kept behind it, acknowledge it", BufferingReceiver::deliver),
            on(EXPECTING, DATA, "of the window, and there is room", BufferingReceiver::isEarly)
                    .to(EXPECTING, "keep it, acknowledge it", BufferingReceiver::keep),
            on(EXPECTING, DATA, "of the window before", BufferingReceiver::isLate)
                    .to(EXPECTING, "acknowledge it again", BufferingReceiver::acknowledge),
            on(EXPECTING, DATA).to(EXPECTING, "say how much room there is", BufferingReceiver::tellRoom));

    private final ProtocolSettings settings;
    private final Outside outside;
    private final Acknowledger acknowledger;
    private final ByteBuffer[] kept;
    private final boolean[] full;
    private Packet data = new Packet();
    private int next;
    private int first;

    BufferingReceiver(ProtocolSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
        acknowledger = new Acknowledger(settings, outside);
        kept = new ByteBuffer[settings.window()];
        full = new boolean[settings.window()];
        next = settings.firstNumber();
    }

    @Override
    public void data(Packet came) {
        data = came;
        TABLE.fire(EXPECTING, DATA, this);
    }

    @Override
    public void roomAgain() {
        tellRoom();
    }

    private boolean isNext() {
        return data.number() == next && outside.room() > 0;
    }

    private boolean isEarly() {
        long ahead = settings.numbers().steps(next, data.number());
        return ahead > 0 && ahead < Math.min(settings.window(), outside.room());
    }

    /** Its acknowledgement was lost, or it was: the sender cannot tell, and asks again. */
    private boolean isLate() {
        long behind = settings.numbers().steps(data.number(), next);
        return behind > 0 && behind <= settings.window();
    }

    private void deliver() {
        data.deliverTo(outside);
        next();
        while (full[first]) {
            full[first] = false;
            outside.deliver(kept[first].flip());
            next();
        }
        acknowledge();
    }

    private void next() {
        next = settings.numbers().plus(next, 1);
        first = (first + 1) % kept.length;
    }

    private void keep() {
        int place = (first + (int) settings.numbers().steps(next, data.number())) % kept.length;
        if (!full[place]) {
            if (kept[place] == null) {
                kept[place] = ByteBuffer.allocate(Packet.MOST_PAYLOAD_BYTES);
            }
            kept[place].clear().put(data.payload());
            full[place] = true;
        }
        acknowledge();
    }

    private void acknowledge() {
        acknowledger.acknowledge(data.number(), next);
    }

    private void tellRoom() {
        acknowledger.acknowledge(settings.numbers().plus(next, -1), next);
    }
}
