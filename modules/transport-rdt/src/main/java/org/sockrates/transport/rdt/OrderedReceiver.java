package org.sockrates.transport.rdt;

import static org.sockrates.transport.rdt.OrderedReceiver.Event.DATA;
import static org.sockrates.transport.rdt.OrderedReceiver.State.EXPECTING;
import static org.sockrates.transport.rdt.Table.on;

/**
 * Takes the packet that is next and no other, and acknowledges what came last in order: the receiver of stop-and-wait and of
 * go-back-N. It keeps nothing.
 */
final class OrderedReceiver implements Receiver {
    enum State {
        EXPECTING
    }

    enum Event {
        DATA
    }

    static final Table<State, Event, OrderedReceiver> TABLE = Table.of(
            "stop-and-wait and go-back-N receiver",
            on(EXPECTING, DATA, "the next, and there is room", OrderedReceiver::canBeTaken)
                    .to(EXPECTING, "deliver it, acknowledge it", OrderedReceiver::deliver),
            on(EXPECTING, DATA).to(EXPECTING, "acknowledge the last in order again", OrderedReceiver::acknowledge));

    private final ProtocolSettings settings;
    private final Outside outside;
    private final Acknowledger acknowledger;
    private Packet data = new Packet();
    private int next;

    OrderedReceiver(ProtocolSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
        acknowledger = new Acknowledger(settings, outside);
        next = settings.firstNumber();
    }

    @Override
    public void data(Packet came) {
        data = came;
        TABLE.fire(EXPECTING, DATA, this);
    }

    @Override
    public void roomAgain() {
        acknowledge();
    }

    private boolean canBeTaken() {
        return data.number() == next && outside.room() > 0;
    }

    private void deliver() {
        data.deliverTo(outside);
        next = settings.numbers().plus(next, 1);
        acknowledge();
    }

    private void acknowledge() {
        acknowledger.acknowledge(settings.numbers().plus(next, -1), next);
    }
}
