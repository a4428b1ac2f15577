package org.sockrates.capture.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.transport.CallText;

final class KernelSocketsTest {
    private static final Set<KernelProtocol> ALL = EnumSet.allOf(KernelProtocol.class);

    @Test
    void readsAllFourFiles() {
        assertThat(golden().sockets().stream().map(KernelSocketsTest::asSsShowsIt))
                .containsExactly(
                        "tcp LISTEN 0 ? 0.0.0.0:2024 0.0.0.0:*",
                        "tcp LISTEN 2 ? 127.0.0.1:55139 0.0.0.0:*",
                        "tcp FIN-WAIT-1 0 1 127.0.0.1:46284 127.0.0.1:50515",
                        "tcp ESTAB 5 10 127.0.0.1:55139 127.0.0.1:54400",
                        "tcp ESTAB 0 0 127.0.0.1:54400 127.0.0.1:55139",
                        "tcp TIME-WAIT 0 0 127.0.0.1:54417 127.0.0.1:55139",
                        "tcp SYN-RECV 0 0 15.2.0.10:40000 10.0.0.1:80",
                        "tcp LISTEN 0 ? [::]:50515 [::]:*",
                        "tcp CLOSE-WAIT 1 0 127.0.0.1:50515 127.0.0.1:46284",
                        "tcp SYN-SENT 0 1 [::1]:50516 [2001:db8::1]:443",
                        "udp UNCONN 212736 0 127.0.0.1:12345 0.0.0.0:*",
                        "udp UNCONN 832 0 [::1]:53061 [::]:*",
                        "udp ESTAB 0 0 [::1]:47802 [::1]:53061");
    }

    @Test
    void serveThoseWhoListenAndThoseWithoutAPeer() {
        assertThat(golden().sockets().stream().filter(KernelSocket::serves).map(KernelSocketsTest::asSsShowsIt))
                .allMatch(row -> row.matches("tcp LISTEN .*|udp UNCONN .*"))
                .hasSize(5);
    }

    @Test
    void tellsOwnerInodeAndDrops() {
        KernelSocket full =
                golden().find(KernelProtocol.UDP, at("127.0.0.1", 12345), null).orElseThrow();

        assertThat(full.uid()).isEqualTo(1000);
        assertThat(full.inode()).isEqualTo(20001);
        assertThat(full.drops()).isEqualTo(OptionalLong.of(4908));
    }

    @Test
    void findsTheConnectionByItsPeerAndTheListenerWithoutOne() {
        InetSocketAddress door = at("127.0.0.1", 55139);

        assertThat(golden().find(KernelProtocol.TCP, door, null))
                .map(KernelSocket::state)
                .contains(KernelState.LISTEN);
        assertThat(golden().find(KernelProtocol.TCP, door, at("127.0.0.1", 54400)))
                .map(KernelSocket::state)
                .contains(KernelState.ESTAB);
        assertThat(golden().find(KernelProtocol.TCP, door, at("127.0.0.1", 1))).isEmpty();
        assertThat(golden().find(KernelProtocol.UDP, door, null)).isEmpty();
        assertThat(golden().find(KernelProtocol.TCP, InetSocketAddress.createUnresolved("door", 55139), null))
                .isEmpty();
    }

    @Test
    void takesTheWildcardsOfBothFamiliesForOne() {
        assertThat(golden().find(KernelProtocol.TCP, at("0.0.0.0", 50515), null))
                .isPresent();
        assertThat(golden().find(KernelProtocol.TCP, at("127.0.0.2", 50515), null))
                .isEmpty();
    }

    /** The kernel has chosen an address for who was bound to the wildcard. */
    @Test
    void findsWhoConnectsFromTheWildcard() {
        assertThat(golden().find(KernelProtocol.TCP, at("0.0.0.0", 55139), at("127.0.0.1", 54400)))
                .map(KernelSocket::state)
                .contains(KernelState.ESTAB);
        assertThat(golden().find(KernelProtocol.TCP, at("0.0.0.0", 55138), at("127.0.0.1", 54400)))
                .isEmpty();
    }

    @Test
    void isEmptyWhereThereIsNoProc(@TempDir Path nothing) {
        assertThat(KernelSockets.read(nothing, ByteOrder.LITTLE_ENDIAN, 10, ALL, any -> true))
                .isEmpty();
    }

    @Test
    void readsOneFileWhereTheOthersAreMissing(@TempDir Path only) throws IOException {
        Files.copy(folder().resolve("udp"), only.resolve("udp"));

        assertThat(read(only).sockets()).hasSize(1);
    }

    /** As it comes where the table changes while it is read. */
    @Test
    void oneSocketShownTwiceIsNotSeveral(@TempDir Path changing) throws IOException {
        List<String> lines = Files.readAllLines(folder().resolve("udp"));
        String row = lines.get(1);
        String another = row.replace(" 20001 ", " 20002 ");
        assertThat(another).isNotEqualTo(row);
        for (boolean two : new boolean[] {false, true}) {
            Files.write(changing.resolve("udp"), List.of(lines.get(0), row, two ? another : row));
            assertThat(read(changing).several(KernelProtocol.UDP, at("127.0.0.1", 12345), null))
                    .isEqualTo(two);
        }
    }

    /** Each is a socket of its own, as SO_REUSEPORT lets them be, with a peer as without. */
    @Test
    void twoOfUdpWithOnePeerAreSeveral(@TempDir Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder().resolve("udp6"));
        String row = lines.get(2);
        String another = row.replace(" 16942 ", " 16943 ");
        assertThat(another).isNotEqualTo(row);
        Files.write(folder.resolve("udp6"), List.of(lines.get(0), row, another));
        assertThat(KernelSockets.read(folder, ByteOrder.LITTLE_ENDIAN, 10, ALL, any -> true)
                        .orElseThrow()
                        .several(KernelProtocol.UDP, at("::1", 47802), at("::1", 53061)))
                .isTrue();
    }

    @Test
    void aConnectionShownTwiceIsOneAsItWasLast(@TempDir Path changing) throws IOException {
        String end = " 00000000:00000000 00:00000000 00000000  0        0 ";
        String held = "   1: 0100007F:3039 0100007F:C555 01" + end + "20005 1";
        String kept = "   2: 0100007F:3039 0100007F:C555 06" + end + "0 3";
        String other = "   3: 0100007F:3039 0100007F:C556 01" + end + "20006 1";
        Files.write(changing.resolve("tcp"), List.of(held, other, kept));
        assertThat(read(changing).sockets())
                .extracting(KernelSocket::state)
                .containsExactly(KernelState.TIME_WAIT, KernelState.ESTAB);
    }

    @Test
    void stopsAtItsLimit() {
        assertThat(KernelSockets.read(folder(), ByteOrder.LITTLE_ENDIAN, 3, ALL, any -> true)
                        .orElseThrow()
                        .sockets())
                .hasSize(3);
    }

    @Test
    void readsOnlyThePortsThatAreAskedFor() {
        KernelSockets some = KernelSockets.read(folder(), ByteOrder.LITTLE_ENDIAN, 100, ALL, port -> port == 50515)
                .orElseThrow();

        assertThat(some.sockets()).hasSize(2).allMatch(row -> row.local().getPort() == 50515);
    }

    @Test
    void readsOneProtocolAlone() {
        KernelSockets udp = KernelSockets.read(
                        folder(), ByteOrder.LITTLE_ENDIAN, 100, Set.of(KernelProtocol.UDP), any -> true)
                .orElseThrow();

        assertThat(udp.sockets())
                .isNotEmpty()
                .containsExactlyElementsOf(golden().sockets().stream()
                        .filter(row -> row.protocol() == KernelProtocol.UDP)
                        .toList());
    }

    private static KernelSockets golden() {
        return KernelSockets.read(folder(), ByteOrder.LITTLE_ENDIAN, 100, ALL, any -> true)
                .orElseThrow();
    }

    private static KernelSockets read(Path folder) {
        return KernelSockets.read(folder, ByteOrder.LITTLE_ENDIAN, 10, ALL, any -> true)
                .orElseThrow();
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(KernelSocketsTest.class.getResource("proc"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static InetSocketAddress at(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String remote(KernelSocket row) {
        InetSocketAddress remote = row.remote();
        if (remote != null) {
            return CallText.address(remote);
        }
        return row.local().getAddress() instanceof Inet4Address ? "0.0.0.0:*" : "[::]:*";
    }

    private static String asSsShowsIt(KernelSocket row) {
        String sendQueue =
                row.sendQueue().isPresent() ? Long.toString(row.sendQueue().getAsLong()) : "?";
        return Stream.of(
                        row.protocol().word(),
                        row.state().word(),
                        Long.toString(row.receiveQueue()),
                        sendQueue,
                        CallText.address(row.local()),
                        remote(row))
                .collect(Collectors.joining(" "));
    }

    /** RFC 9293 §3.5: both have sent a SYN, and each has heard the other's. */
    @Test
    void findsWhoConnectsInASimultaneousOpen(@TempDir Path crossing) throws IOException {
        InetSocketAddress peer = at("10.0.0.1", 80);
        assertThat(golden().connecting(peer))
                .as("a listener's, which has no socket")
                .isEmpty();
        String rows = Files.readString(folder().resolve("tcp"));
        Files.writeString(
                crossing.resolve("tcp"), rows.replace(" 0 0 1 0000000079af802e", " 0 20777 1 0000000079af802e"));
        assertThat(read(crossing).connecting(peer)).map(KernelSocket::state).contains(KernelState.SYN_RECV);
    }
}
