package org.sockrates.shell.spoil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.link.Hop;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PacketHost;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.relay.UdpRelay;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;
import org.sockrates.shell.job.Reply;

class LinkReplyTest {
    @Test
    void aRelayThatDiedIsNotShownAsIfItLived() {
        UdpRelay relay = mock();
        when(relay.transport()).thenReturn("udp");
        when(relay.listen()).thenReturn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 7001));
        when(relay.target()).thenReturn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 7));
        when(relay.link()).thenReturn(LinkSpec.parse("limit 9"));
        when(relay.report()).thenReturn(LinkReport.NONE);
        when(relay.broken()).thenReturn(true);

        Reply reply = LinkReply.of(new NamedLink("1", relay));

        assertThat(reply.lines())
                .containsExactly("link 1: udp 127.0.0.1:7001 -> 127.0.0.1:7: limit 9 (broken: nothing passes)");
        assertThat(String.valueOf(reply.json())).contains("broken=true");
    }

    @Test
    void whatTheLogHasForgottenIsNoReasonToShowNothing() {
        PacketHost forgetful = mock(PacketHost.class);
        when(forgetful.log()).thenReturn(List.of(packet(7), packet(8)));

        assertThat(LinkReply.log(new NamedLink("1", forgetful), 1, null).lines())
                .hasSize(3);
    }

    private static PassedPacket packet(long number) {
        InetSocketAddress someone = new InetSocketAddress("127.0.0.1", 1);
        Hop hop = new Hop(someone, someone, someone, someone);
        return new PassedPacket(0, 0, Way.UPSTREAM, hop, 3, number, Verdict.PASSED, "");
    }
}
