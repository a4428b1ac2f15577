package org.sockrates.shell.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;

/** What pages say that was once said otherwise. */
class FactsTest {
    @AutoClose
    private final Typing typing = new Typing();

    /** Facts that stand in two places, or are other than they look. */
    @ParameterizedTest
    @CsvSource({
        "PSH, the last segment of each piece that it hands to its device",
        "URG, 'names the byte behind it (RFC 9293 §3.1)'",
        "multicast, IP_MULTICAST_ALL",
        "packet, '65535 on lo (IPv4)'",
        "ssthresh, cubic sees the round trip grow",
        "EACCES, a prohibit route",
        "SEWe, '[SEWe]: SYN and ECE and CWR and AE, the first'",
        "AE, 'AE: accurate ECN'",
        "PermissionError, PermissionError is either",
        "EACCES, over IPv6 also a firewall anywhere",
        "EACCES, UDP that this machine's firewall drops is EPERM",
        "EHOSTUNREACH, of ICMPv6 that is EACCES",
        "EHOSTUNREACH, an unreachable route of this machine's own",
        "EPERM, sendto of UDP",
        "EPERM, a rule of this machine's own firewall drops what leaves",
        "EPERM, TCP does not tell",
        "EADDRINUSE, for a minute at most (tcp_fin_timeout)",
        "ECONNREFUSED, A firewall that rejects",
        "ECONNREFUSED, the kernel gave the connection up",
        "EHOSTUNREACH, ICMP: time exceeded",
        "EHOSTUNREACH, that nobody has the address Linux does not tell UDP",
        "EMSGSIZE, an earlier datagram was longer than a link on the way takes",
        "EADDRNOTAVAIL, this machine has no address from which it could go there",
        "SO_BROADCAST, at any address",
        "124, '124: a time limit passed'",
        "Nagle, while an earlier small one is not acknowledged",
        "TCP_NODELAY, while an earlier short one is not acknowledged",
        "rack, nothing is added once three have come behind a gap",
        "AE, 'one number: 5, and one more for each marked packet'",
        "Send-Q, a SYN or a FIN counts as one more",
        "RST, it is not believed (RFC 5961 §3.2)",
        "timeout, whose TimeoutError has no errno",
        "timeout, 'in C, where SO_SNDTIMEO limits it, with EINPROGRESS'",
        "EINPROGRESS, SO_SNDTIMEO",
        "EINVAL, 'bound to 127.0.0.1, from where nothing leaves this machine'",
        "ENETUNREACH, Of a plain net unreachable Linux does not tell UDP",
        "ECONNREFUSED, or one with IP_RECVERR (ip(7))",
        "SO_REUSEADDR, one to a group or a broadcast address to each",
    })
    void tellsTheFact(String word, String fact) {
        assertThat(String.join(" ", typing.type("explain " + word).ends(0).lines())
                        .replaceAll(" +", " "))
                .contains(fact);
    }
}
