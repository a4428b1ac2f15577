package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;

class PassageRelaysTest {
    private static final LinkSpec LOSSY = LinkSpec.parse("loss 40% seed 3");
    private static final LinkSpec OTHER = LinkSpec.parse("loss 10% seed 5");

    private final List<LinkSpec> links = new ArrayList<>();
    private final PassageRelays relays = new PassageRelays(
            (server, link, heads) -> {
                links.add(link);
                return mock(UdpRelay.class);
            },
            LOSSY,
            wanted -> Optional.empty());

    /** Two servers asked the same would else lose the same packets. */
    @Test
    void eachRelayHasTheSameRulesAndLuckOfItsOwn() throws IOException {
        relays.before(new InetSocketAddress(1));
        relays.before(new InetSocketAddress(2));
        relays.before(new InetSocketAddress(3));

        assertThat(links)
                .doesNotHaveDuplicates()
                .allMatch(link -> link.withSeed(3).equals(LOSSY));
        assertThat(links.get(0)).isEqualTo(LOSSY);
    }

    @Test
    void soTheyHaveWithAnotherLink() throws IOException {
        Relay first = relays.before(new InetSocketAddress(1));
        Relay second = relays.before(new InetSocketAddress(2));
        relays.use(OTHER);

        verify(first).use(OTHER);
        verify(second).use(OTHER.withSeed(SplitMix64.part(5, 1).nextLong()));
        assertThat(relays.link()).isEqualTo(OTHER);
    }

    @Test
    void whatOneCannotHaveNoneGets() throws IOException {
        PassageRelays picky = new PassageRelays(
                (server, link, heads) -> mock(UdpRelay.class), LOSSY, wanted -> Optional.of("not that one"));
        Relay relay = picky.before(new InetSocketAddress(1));

        assertThatThrownBy(() -> picky.use(OTHER))
                .isInstanceOf(UsageException.class)
                .hasMessage("link: not that one");
        verify(relay, never()).use(any(LinkSpec.class));
        assertThat(picky.link()).isEqualTo(LOSSY);
    }

    @Test
    void relaysThatAreThereReadWhatPassesFromNowOn() throws IOException {
        List<Function<ByteBuffer, Optional<PacketHead>>> readers = new ArrayList<>();
        PassageRelays reading = new PassageRelays(
                (server, link, heads) -> {
                    readers.add(heads);
                    return mock(UdpRelay.class);
                },
                LOSSY,
                wanted -> Optional.empty());
        Transport transport = mock(Transport.class);
        ByteBuffer datagram = ByteBuffer.allocate(1);
        PacketHead head = new PacketHead(PacketHead.Kind.DATA, 1, 2, true, 4, 0);
        when(transport.head(datagram)).thenReturn(Optional.of(head));
        reading.before(new InetSocketAddress(1));
        reading.passes(transport);

        assertThat(readers.get(0).apply(datagram)).contains(head);
    }
}
