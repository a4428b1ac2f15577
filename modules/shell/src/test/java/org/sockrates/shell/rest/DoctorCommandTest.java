package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Typing;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.transport.Transport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;
import org.sockrates.wire.WireAbility;

class DoctorCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void looksAtEverythingOneNeeds() {
        List<String> lines = typing.type("doctor").ends(0).lines();
        assertThat(lines).allMatch(line -> line.length() <= 80);
        for (String what : List.of(
                "java ", "interfaces ", "loopback ", "tcp/IPv4 ", "tcp/IPv6 ", "udp/IPv4 ", "multicast ", "ports ")) {
            assertThat(lines).as(what).anyMatch(line -> line.startsWith(what));
        }
        assertThat(lines)
                .anyMatch(line -> line.matches("java +ok .*" + Runtime.version().feature() + ".*"));
        assertThat(String.join(" ", lines)).contains(" 127.0.0.1").doesNotContain("0:0:0:0");
        assertThat(lines)
                .anyMatch(line -> line.matches("tcp/IPv4 +ok +a socket can be bound to loopback, and listen there"))
                .anyMatch(line -> line.matches("udp/IPv4 +ok +a socket can be bound to loopback"));
    }

    @Test
    void looksAtWhatTheWireNeedsAndHowItIsMended() {
        List<String> lines = typing.type("doctor").lines();
        for (String what :
                List.of("terminal ", "wire ", "path wire ", "io_uring ", "congestion ", "TCP_INFO ", "tshark ")) {
            assertThat(lines).as(what).anyMatch(line -> line.startsWith(what));
        }
        assertThat(lines)
                .anyMatch(line -> line.matches("path wire +no until then:  link add"))
                .anyMatch(line -> line.startsWith("tshark") && line.matches(".* (ok [0-9.]+|no not found; .*)"));
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .contains("wire no wire: this program was made without one (expected: Linux); path"
                        + " lists what works here");
    }

    @Test
    void leavesNoSocketOpen() {
        typing.type("doctor").ends(0);
        typing.type("status").shows("no socket is open; make one:  socket");
    }

    @Test
    void aProgramGetsFindings() {
        assertThat(typing.type("doctor --json").jsonList())
                .hasSizeGreaterThan(5)
                .allSatisfy(finding -> assertThat(finding).containsOnlyKeys("what", "ok", "told"));
    }

    @Test
    void saysWhatNoTransportCanDo() {
        try (Typing alone = Typing.of(List.of(new TcpTransport()))) {
            assertThat(alone.type("doctor").ends(0).lines())
                    .anyMatch(line -> line.matches("multicast +no no transport sends to groups"));
        }
    }

    @Test
    void aMissingAbilityHasItsReasonAndItsStatus() throws IOException {
        Transport closed = mock(Transport.class);
        when(closed.name()).thenReturn("closed");
        when(closed.traits()).thenReturn(new UdpTransport().traits());
        when(closed.open(any())).thenThrow(new IOException("no sockets today"));
        when(closed.observed(any())).thenReturn(closed);
        try (Typing alone = Typing.of(List.of(closed))) {
            assertThat(alone.type("doctor").ends(5).lines()).contains("closed/IPv4 no no sockets today");
            assertThat(alone.type("doctor --json").jsonList())
                    .anyMatch(finding -> finding.get("ok").equals(false));
        }
    }

    @Test
    void whatTheWireNeedsIsLookedAtOnce() {
        WireAccess wire = mock(WireAccess.class);
        when(wire.needs()).thenReturn(List.of(new WireAbility.Need("ip", false, "not found", "install iproute2")));
        List<Transport> tcp = List.of(new TcpTransport());
        Kit kit = new Kit(tcp, List.of(), wire, List::of, Map.of(), Path.of(""), Typing.NOON, false);
        try (Typing asking = new Typing(kit)) {
            assertThat(asking.type("doctor").lines())
                    .anyMatch(line -> line.matches("ip +no not found; install iproute2"))
                    .anyMatch(line -> line.matches("path wire +no until then:  link add"));
        }
        verify(wire).needs();
        verify(wire, never()).missing();
    }

    @Test
    void takesNoOperand() {
        typing.type("doctor who").refuses("doctor: \"who\" (expected: nothing more)");
    }
}
