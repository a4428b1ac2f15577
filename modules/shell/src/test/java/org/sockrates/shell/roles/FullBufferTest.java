package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.capture.KernelSocket;
import org.sockrates.capture.KernelState;
import org.sockrates.shell.Typing;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

class FullBufferTest {
    private final Typing typing = new Typing();
    private final List<KernelSocket> rows = new ArrayList<>();

    @AfterEach
    void close() {
        typing.close();
    }

    private static KernelSocket row(KernelProtocol protocol, String host, OptionalLong drops) {
        InetSocketAddress local = new InetSocketAddress(host, 80);
        return new KernelSocket(protocol, KernelState.UNCONN, 0, OptionalLong.empty(), local, null, 0, 5, drops);
    }

    private static SocketEvent sent() {
        InetSocketAddress local = new InetSocketAddress("0.0.0.0", 80);
        return new SocketEvent(
                1, 2, 3, "udp", Call.SENDTO, new Arguments.Backlog(0), new SocketEvent.Returned(0), local, null);
    }

    private OptionalLong told(String actor) throws IOException {
        try (FullBuffer buffer = new FullBuffer(typing.session(), "client 1", port -> rows)) {
            buffer.heard(actor, sent());
            return buffer.datagrams();
        }
    }

    @Test
    void isWhatTheRowOfItsSocketTells() throws IOException {
        rows.add(row(KernelProtocol.TCP, "0.0.0.0", OptionalLong.empty()));
        rows.add(row(KernelProtocol.UDP, "0.0.0.0", OptionalLong.of(7)));
        assertThat(told("client 1")).hasValue(7);
        assertThat(told("client 2")).isEmpty();
    }

    @Test
    void isUnknownWhereItMayBeAnothers() throws IOException {
        assertThat(told("client 1")).isEmpty();
        rows.add(row(KernelProtocol.UDP, "0.0.0.0", OptionalLong.of(7)));
        rows.add(row(KernelProtocol.UDP, "127.0.0.1", OptionalLong.of(8)));
        assertThat(told("client 1")).isEmpty();
    }
}
