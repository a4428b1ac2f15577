package org.sockrates.sim.path;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.sockrates.sim.tcp.ModelSettings;
import org.sockrates.sim.tcp.TcpModel;
import org.sockrates.sim.tcp.TcpPackets;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.rdt.socket.Machine;

/** Makes connections of the model of TCP. A peer's address is enough to tell them apart. */
final class TcpMachine implements Machine {
    private final IntSupplier firstNumbers;

    /** @param firstNumbers of connections (RFC 9293 §3.4.1) */
    TcpMachine(IntSupplier firstNumbers) {
        this.firstNumbers = firstNumbers;
    }

    @Override
    public int connection(ByteBuffer packet) {
        return 0;
    }

    @Override
    public boolean opens(ByteBuffer packet) {
        return TcpPackets.opens(packet);
    }

    @Override
    public Optional<ByteBuffer> refusal(ByteBuffer packet) {
        return TcpPackets.reset(packet);
    }

    @Override
    public boolean gathers() {
        return true;
    }

    @Override
    public int newConnection() {
        return 0;
    }

    @Override
    public Connection end(int connection, boolean farAway, Line line) {
        return new TcpModel(ModelSettings.USUAL.withFirstNumber(firstNumbers.getAsInt()), line);
    }
}
