package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.MadeUpRows;
import org.sockrates.shell.Typing;

class PortHolderTest {
    private static final String HERE = "127.0.0.1";
    private static final String NOT_SURE = "somebody has it, if its [::]:80 takes IPv4, too (IPV6_V6ONLY); ";
    private static final String ANOTHER = "try another port, or 0 for any";

    @AutoClose
    private final Typing typing = new Typing();

    private PortHolder holder(List<KernelSocket> rows) {
        return new PortHolder(typing.session(), port -> rows);
    }

    private static PortHolder.Wish wish(String host, boolean reuses) {
        return new PortHolder.Wish(KernelProtocol.TCP, new InetSocketAddress(host, 80), reuses);
    }

    private String said(KernelSocket... rows) {
        return said(wish(HERE, false), rows);
    }

    private String said(PortHolder.Wish wish, KernelSocket... rows) {
        return holder(List.of(rows)).line(wish, Optional.empty());
    }

    @Test
    void whoSharesAnAddressIsNotInItsWay() {
        typing.all("socket --as a", "options a SO_REUSEADDR on", "bind a localhost 0")
                .ends(0);
        InetSocketAddress address = new InetSocketAddress(HERE, typing.port("a"));
        for (boolean reuses : new boolean[] {true, false}) {
            assertThat(said(new PortHolder.Wish(KernelProtocol.TCP, address, reuses)))
                    .startsWith(reuses ? "somebody has it" : "a (3) of this session has it");
        }
    }

    @Test
    void whoWantedAnyPortIsNotAdvisedToWantAny() {
        PortHolder.Wish any = new PortHolder.Wish(KernelProtocol.UDP, new InetSocketAddress(HERE, 0), false);
        assertThat(said(any)).isEqualTo("no port of this machine is free (net.ipv4.ip_local_port_range)");
    }

    private static KernelSocket left(KernelState state) {
        return MadeUpRows.connection(state, HERE, 1, 0);
    }

    private static KernelSocket door(String host) {
        return MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, host, 0);
    }

    private static KernelSocket held() {
        return MadeUpRows.connection(KernelState.CLOSE_WAIT, HERE, 1, MadeUpRows.HELD);
    }

    /** A door of IPv6 may be in the way: no program's connection may be that of a door that surely is not. */
    @Test
    void whoServesIsNamedBeforeWhoHoldsBeforeWhoMayBeforeWhatIsLeftBeforeWhatIsOver() {
        List<KernelSocket> rows = new ArrayList<>(List.of(
                door(HERE),
                held(),
                door("::"),
                left(KernelState.ESTAB),
                left(KernelState.FIN_WAIT_2),
                left(KernelState.TIME_WAIT)));
        while (!rows.isEmpty()) {
            KernelSocket first = rows.get(0);
            List<KernelSocket> reversed = new ArrayList<>(rows);
            Collections.reverse(reversed);
            assertThat(holder(rows).row(wish(HERE, false))).contains(first);
            assertThat(holder(reversed).row(wish(HERE, false))).contains(first);
            rows.remove(0);
        }
        assertThat(said()).isEqualTo("somebody has it; " + ANOTHER);
    }

    @Test
    void aDoorOfIpv6MayBeIpv6sAlone() {
        assertThat(said(door("::"))).isEqualTo(NOT_SURE + ANOTHER);
        assertThat(said(door("::"), left(KernelState.TIME_WAIT))).isEqualTo(NOT_SURE + ANOTHER);
        assertThat(said(door("::"), held())).isEqualTo("somebody has it; " + ANOTHER);
        assertThat(said(wish("::1", false), door("::"))).isEqualTo("somebody has it; " + ANOTHER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FIN_WAIT_1 | FIN-WAIT-1: the other end has not acknowledged all that was sent
            CLOSING | CLOSING: the other end has not acknowledged all that was sent
            LAST_ACK | LAST-ACK: the other end has not acknowledged all that was sent
            FIN_WAIT_2 | FIN-WAIT-2: the other end has not closed
            TIME_WAIT | TIME-WAIT
            """)
    void whatItsConnectionWaitsFor(KernelState state, String said) {
        assertThat(said(left(state)))
                .isEqualTo("this port is in " + said + "; it may be bound if both servers set SO_REUSEADDR");
        assertThat(said(MadeUpRows.connection(state, HERE, 1, MadeUpRows.HELD)))
                .isEqualTo("somebody has it; " + ANOTHER);
    }

    @Test
    void whoSetsTheOptionIsNotToldToSetIt() {
        assertThat(said(wish(HERE, true), left(KernelState.TIME_WAIT)))
                .isEqualTo("this port is in TIME-WAIT; who had it had not set SO_REUSEADDR, or somebody is bound there"
                        + " whom no table shows");
    }

    @Test
    void whoWaitsToBeAcceptedIsNotClosed() {
        assertThat(said(left(KernelState.ESTAB))).isEqualTo("somebody has it; " + ANOTHER);
    }
}
