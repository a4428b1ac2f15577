package org.sockrates.shell.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.MadeUpRows;
import org.sockrates.shell.job.Voice;
import org.sockrates.transport.Transport;
import org.sockrates.transport.rdt.socket.GoBackNTransport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

@ExtendWith(MockitoExtension.class)
class ServerRowsTest {
    private static final String HERE = "127.0.0.1";
    private static final KernelSocket DOOR = MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, HERE, 0);
    private static final KernelSocket MAILBOX = MadeUpRows.door(KernelProtocol.UDP, KernelState.UNCONN, HERE, 0);

    @Mock
    private Voice voice;

    private List<StatusRow> rows(Transport transport, KernelSocket... kernel) {
        return ServerRows.of(MadeUpRows.server(transport, HERE, voice), List.of(kernel));
    }

    @Test
    void aServerHasTheRowsOfItsOwnProtocolAndAddress() {
        KernelSocket elsewhere = MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, "127.0.0.2", 0);
        assertThat(rows(new TcpTransport(), elsewhere, DOOR, MAILBOX))
                .extracting(StatusRow::state, StatusRow::local)
                .containsExactly(tuple("LISTEN", "127.0.0.1:80"));
        assertThat(rows(new UdpTransport(), elsewhere, DOOR, MAILBOX))
                .extracting(StatusRow::state)
                .containsExactly("UNCONN");
    }

    /** Its datagrams are neither its connections nor its streams. */
    @Test
    void whoMakesItsConnectionsItselfHasNoRows() {
        assertThat(rows(new GoBackNTransport(), DOOR, MAILBOX)).isEmpty();
    }

    @Test
    void firstStandsWhoServesLastWhatTheKernelAloneKeeps() {
        KernelSocket over = MadeUpRows.connection(KernelState.TIME_WAIT, HERE, 1, 0);
        KernelSocket served = MadeUpRows.connection(KernelState.ESTAB, HERE, 2, MadeUpRows.HELD);
        assertThat(rows(new TcpTransport(), over, served, DOOR))
                .extracting(StatusRow::state)
                .containsExactly("LISTEN", "ESTAB", "TIME-WAIT");
    }

    @ParameterizedTest
    @EnumSource(names = {"ESTAB", "CLOSE_WAIT"})
    void whoIsInNoProgramsHandsWaits(KernelState state) {
        assertThat(rows(new TcpTransport(), MadeUpRows.connection(state, HERE, 1, 0)))
                .extracting(StatusRow::waiting)
                .containsExactly("(waits)");
        assertThat(rows(new TcpTransport(), MadeUpRows.connection(state, HERE, 1, MadeUpRows.HELD)))
                .extracting(StatusRow::waiting)
                .containsExactly("");
    }

    @ParameterizedTest
    @EnumSource(names = {"TIME_WAIT", "FIN_WAIT_2", "SYN_RECV"})
    void whatTheKernelAloneKeepsWaitsForNobody(KernelState state) {
        assertThat(rows(new TcpTransport(), MadeUpRows.connection(state, HERE, 1, 0)))
                .extracting(StatusRow::waiting)
                .containsExactly("");
    }
}
