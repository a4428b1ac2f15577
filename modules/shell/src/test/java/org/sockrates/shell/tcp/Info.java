package org.sockrates.shell.tcp;

import org.sockrates.wire.TcpInfo;

/** What a kernel might say. */
final class Info {
    private Info() {}

    static TcpInfo of(long cwnd, long unacked) {
        return of(cwnd, TcpInfo.NO_THRESHOLD, unacked, 0);
    }

    static TcpInfo of(long cwnd, long ssthresh, long unacked, long retransmits) {
        return new TcpInfo("ESTAB", cwnd, ssthresh, 20_400, 10_200, 224_000, unacked, 0, 0, 0, retransmits, 0, 1448);
    }
}
