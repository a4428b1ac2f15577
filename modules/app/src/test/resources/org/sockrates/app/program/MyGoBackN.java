import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** A go-back-N of docs/rdt.md, as a good student would hand it in. */
public final class MyGoBackN implements ProtocolEnd {
    private final ProtocolSettings settings;
    private final Outside outside;
    private final Packet packet = new Packet();
    private final ByteBuffer acknowledgement = ByteBuffer.allocate(Packet.HEADER_BYTES);
    private final Deque<Outstanding> window = new ArrayDeque<>();
    private int number;
    private int expected;
    private int theirRoom;
    private boolean shut;

    private static final class Outstanding {
        final ByteBuffer bytes = ByteBuffer.allocate(Packet.HEADER_BYTES + Packet.MOST_PAYLOAD_BYTES);
        int number;
        long firstSentAt;
        long sentAt;
        boolean again;
    }

    public MyGoBackN(ProtocolSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
        number = settings.firstNumber();
        expected = settings.firstNumber();
        theirRoom = settings.window();
    }

    @Override
    public boolean hasRoom() {
        return window.size() < Math.min(settings.window(), theirRoom);
    }

    @Override
    public boolean allAcknowledged() {
        return window.isEmpty();
    }

    @Override
    public void send(ByteBuffer message, long now) {
        if (!hasRoom()) {
            throw new IllegalStateException("no room");
        }
        Outstanding next = new Outstanding();
        next.number = number;
        next.firstSentAt = now;
        next.sentAt = now;
        packet.write(next.bytes, Packet.Type.DATA, settings.connection(), number, 0, outside.room(), message);
        number = settings.numbers().plus(number, 1);
        window.add(next);
        outside.transmit(next.bytes);
        if (window.size() == 1) {
            startTimer(now);
        }
    }

    @Override
    public void timeout(long now) {
        settings.timeout().expired();
        sendAllAgain(now);
    }

    private void sendAllAgain(long now) {
        for (Outstanding each : window) {
            each.again = true;
            each.sentAt = now;
            outside.transmit(each.bytes);
        }
        startTimer(now);
    }

    private void startTimer(long now) {
        outside.wakeAt(window.isEmpty() ? Line.NEVER : now + settings.timeout().nanos());
    }

    @Override
    public void arrived(ByteBuffer bytes, long now) {
        if (!packet.wrap(bytes) || packet.connection() != settings.connection()) {
            return;
        }
        switch (packet.type()) {
            case DATA -> data();
            case ACK -> acknowledged(now);
            default -> {}
        }
    }

    private void data() {
        if (packet.number() == expected && outside.room() > 0) {
            outside.deliver(packet.payload());
            expected = settings.numbers().plus(expected, 1);
        }
        acknowledge();
    }

    @Override
    public void roomAgain(long now) {
        acknowledge();
    }

    private void acknowledge() {
        int last = settings.numbers().plus(expected, -1);
        packet.write(
                acknowledgement,
                Packet.Type.ACK,
                settings.connection(),
                last,
                expected,
                outside.room(),
                ByteBuffer.allocate(0));
        outside.transmit(acknowledgement);
    }

    private void acknowledged(long now) {
        boolean opens = shut && packet.window() > 0;
        shut = packet.window() == 0;
        theirRoom = Math.max(1, packet.window());
        long slid = window.isEmpty()
                ? 0
                : settings.numbers().steps(window.getFirst().number, packet.next());
        if (slid > 0 && slid <= window.size()) {
            slide(slid, now);
        }
        if (opens && !window.isEmpty()) {
            sendAllAgain(now);
        }
    }

    private void slide(long slid, long now) {
        Outstanding last = window.getFirst();
        for (long i = 0; i < slid; i++) {
            last = window.remove();
        }
        if (last.again) {
            settings.timeout().progressed(now - last.firstSentAt);
        } else {
            settings.timeout().measured(now - last.sentAt);
        }
        startTimer(now);
    }
}
