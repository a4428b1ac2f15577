package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.transport.rdt.Line;

/**
 * A model of which the other end is played by hand. The other end's first byte is 101, this end's 501; what this end sends is
 * written as flags, number, acknowledgement and bytes.
 */
final class ByHand implements Line {
    static final long MILLI = 1_000_000;
    private static final TcpPair HERE = TcpPair.USUAL.reversed();

    final List<String> sent = new ArrayList<>();
    final TcpModel model;
    long now = 1000 * MILLI;
    /** When it wishes to be woken. */
    long wakeNanos = NEVER;

    ByHand(ModelSettings settings) {
        model = new TcpModel(settings.withPair(HERE).withFirstNumber(500), this);
    }

    @Override
    public void transmit(ByteBuffer packet) {
        sent.add(described(Made.read(packet)));
    }

    @Override
    public void wakeAt(long nanos) {
        wakeNanos = nanos;
    }

    private static String described(Segment segment) {
        StringBuilder flags = new StringBuilder();
        String letters = "FSRPA";
        for (int i = 0; i < letters.length(); i++) {
            flags.append(segment.has(1 << i) ? letters.substring(i, i + 1) : "");
        }
        return flags + " " + segment.sequence() + " " + segment.acknowledgement() + " " + segment.payloadBytes();
    }

    void connect() {
        answersTo(Made.syn(TcpPair.USUAL, 100, 0, 0));
        answersTo(segment(101, 501, Segment.ACK, 0));
        assertThat(model.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    static ByteBuffer segment(int sequence, int acknowledgement, int flags, int bytes) {
        return Made.packet(TcpPair.USUAL, sequence, acknowledgement, flags, 65_535, bytes);
    }

    List<String> answersTo(ByteBuffer packet) {
        sent.clear();
        model.arrived(packet, now);
        return List.copyOf(sent);
    }

    /** What an acknowledgement alone leads to. */
    List<String> acknowledged(int upTo) {
        return answersTo(segment(101, upTo, Segment.ACK, 0));
    }

    /** What goes at once of so many bytes. */
    List<String> says(int bytes) {
        sent.clear();
        model.send(ByteBuffer.allocate(bytes), now);
        return List.copyOf(sent);
    }

    ByHand pass(long millis) {
        now += millis * MILLI;
        return this;
    }

    /** What the timer leads to, which has rung. */
    List<String> rings() {
        sent.clear();
        now = wakeNanos;
        model.timeout(now);
        return List.copyOf(sent);
    }
}
