package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Fragment;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.capture.packet.OtherPacket;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/** Which fragments are of one datagram, and when it is whole. */
final class FragmentSetTest {
    private static final String HERE = "10.77.0.1";

    private final Fragments<String> fragments = new Fragments<>();

    @Test
    void isWholeInAnyOrderOfItsPieces() {
        for (List<Integer> order : List.of(
                List.of(0, 8, 16), List.of(0, 16, 8), List.of(8, 0, 16), List.of(8, 16, 0), List.of(16, 0, 8))) {
            Fragments<String> seen = new Fragments<>();
            for (int at : order.subList(0, 2)) {
                assertThat(seen.add("a", part(HERE, at, 8, at < 16), 0)
                                .orElseThrow()
                                .isWhole())
                        .as("%s", order)
                        .isFalse();
            }
            int last = order.get(2);
            assertThat(seen.add("a", part(HERE, last, 8, last < 16), 0)
                            .orElseThrow()
                            .isWhole())
                    .as("%s", order)
                    .isTrue();
        }
    }

    @Test
    void isNotWholeWhereSomeLieOverOthersThoughTheirBytesAddUp() {
        add("a", 0, 16, true);
        add("b", 8, 16, true);
        assertThat(add("c", 32, 8, false).isWhole()).isFalse();
    }

    @Test
    void whatIsPutBetweenTwoThatFitMakesItNoLongerWhole() {
        add("a", 0, 16, true);
        add("b", 16, 8, true);
        add("c", 8, 8, true);
        assertThat(add("d", 24, 8, false).isWhole()).isFalse();
    }

    /** RFC 8200 §4.5: 60 seconds. */
    @Test
    void theRestIsWaitedForNoLongerThanAReceiverDoes() {
        long limit = 60_000_000_000L;
        assertThat(late(limit).isWhole()).isTrue();
        assertThat(late(limit + 1).isWhole()).isFalse();
    }

    private static FragmentSet<String> late(long nanos) {
        Fragments<String> seen = new Fragments<>();
        seen.add("a", part(HERE, 0, 8, true), 0);
        return seen.add("b", part(HERE, 8, 8, false), nanos).orElseThrow();
    }

    @Test
    void twoHostsMayUseOneNumberAndOneForEachWhomItAsks() {
        fragments.add("a", part(HERE, 0, 8, true), 0);
        assertThat(fragments
                        .add("b", part("10.77.0.3", 8, 8, false), 1)
                        .orElseThrow()
                        .isWhole())
                .isFalse();
        assertThat(fragments
                        .add("other", part(HERE, "10.77.0.4", 8, 8, false), 1)
                        .orElseThrow()
                        .isWhole())
                .isFalse();
        assertThat(add("c", 8, 8, false).packets()).containsExactly("a", "c");
    }

    @Test
    void ofOneNumberSixteenAreOpenAndTheOldestIsGivenUp() {
        for (int i = 0; i < 16; i++) {
            add("first " + i, 0, 8, true);
        }
        assertThat(add("rest", 8, 8, false).packets()).containsExactly("first 0", "rest");
        add("first 16", 0, 8, true);
        add("first 17", 0, 8, true);
        assertThat(add("rest", 8, 8, false).packets()).containsExactly("first 2", "rest");
    }

    @Test
    void aDatagramIsDamagedWithAnyOfItsFragments() {
        Datagram datagram = (Datagram) part(HERE, 0, 8, true);
        SeenPacket good = SeenPacket.once(1, 0, datagram);
        SeenPacket bad = new SeenPacket(2, 1, List.of(1L), Fate.DELIVERED, true, "", part(HERE, 8, 8, false));
        assertThat(JoinedPacket.of(List.of(good, bad), good, datagram, true).damaged())
                .isTrue();
        assertThat(JoinedPacket.of(List.of(good, good), good, datagram, true).damaged())
                .isFalse();
    }

    private FragmentSet<String> add(String name, int offset, int bytes, boolean more) {
        return fragments.add(name, part(HERE, offset, bytes, more), 0).orElseThrow();
    }

    private static Decoded part(String source, int offset, int bytes, boolean more) {
        return part(source, "10.77.0.2", offset, bytes, more);
    }

    private static Decoded part(String source, String destination, int offset, int bytes, boolean more) {
        Optional<Fragment> part = Optional.of(new Fragment(7, offset, 0, bytes, more));
        Flow flow = new Flow(new InetSocketAddress(source, 0), new InetSocketAddress(destination, 0));
        return offset == 0
                ? new Datagram(flow, 16, part, 44, 16)
                : new OtherPacket(flow, IpProtocol.UDP, part, 20 + bytes);
    }
}
