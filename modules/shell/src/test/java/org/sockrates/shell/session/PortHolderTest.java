package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.capture.KernelSocket;
import org.sockrates.capture.KernelState;
import org.sockrates.shell.MadeUpRows;

class PortHolderTest {
    private static final String HERE = "127.0.0.1";
    private static final InetSocketAddress WANTED = new InetSocketAddress(HERE, 80);

    private static Optional<PortHolder> holder(List<KernelSocket> rows) {
        return PortHolder.of(port -> rows, KernelProtocol.TCP, WANTED);
    }

    private static KernelSocket left(KernelState state) {
        return MadeUpRows.connection(state, HERE, 1, 0);
    }

    @Test
    void whoServesIsNamedBeforeWhoHoldsBeforeWhatIsLeftBeforeWhatIsOver() {
        List<KernelSocket> rows = new ArrayList<>(List.of(
                MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, HERE, 0),
                MadeUpRows.connection(KernelState.CLOSE_WAIT, HERE, 1, MadeUpRows.HELD),
                left(KernelState.FIN_WAIT_2),
                left(KernelState.TIME_WAIT)));
        while (!rows.isEmpty()) {
            KernelSocket first = rows.get(0);
            List<KernelSocket> reversed = new ArrayList<>(rows);
            Collections.reverse(reversed);
            assertThat(holder(rows)).map(PortHolder::row).contains(first);
            assertThat(holder(reversed)).map(PortHolder::row).contains(first);
            rows.remove(0);
        }
        assertThat(holder(rows)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FIN_WAIT_1 | FIN-WAIT-1: the other end, bob (4), has not acknowledged all that was sent
            CLOSING | CLOSING: the other end, bob (4), has not acknowledged all that was sent
            LAST_ACK | LAST-ACK: the other end, bob (4), has not acknowledged all that was sent
            FIN_WAIT_2 | FIN-WAIT-2: the other end, bob (4), has not closed
            TIME_WAIT | TIME-WAIT
            """)
    void whatItsConnectionWaitsFor(KernelState state, String said) {
        assertThat(holder(List.of(left(state))).orElseThrow().left(", bob (4),"))
                .contains("this port is in " + said + "; it may be bound if both servers set SO_REUSEADDR");
        KernelSocket held = MadeUpRows.connection(state, HERE, 1, MadeUpRows.HELD);
        assertThat(holder(List.of(held)).orElseThrow().left("")).isEmpty();
    }

    @Test
    void whoWaitsToBeAcceptedIsNotClosed() {
        assertThat(holder(List.of(left(KernelState.ESTAB))).orElseThrow().left(""))
                .isEmpty();
    }
}
