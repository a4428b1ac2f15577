package org.sockrates.shell.tcp;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Json;
import org.sockrates.transport.CallText;
import org.sockrates.wire.TcpInfo;

/**
 * One end of a connection, and what the kernel knows of it now.
 *
 * @param socket its number, among those of its owner
 * @param owner its name, or whose it is: {@code server 1}; empty for neither
 * @param state the kernel's word for it; {@code n/a} where it knows none
 * @param info empty where the kernel has no such connection, or has it still and no process has: TIME-WAIT
 */
record KernelConnection(
        int socket,
        String owner,
        InetSocketAddress local,
        InetSocketAddress peer,
        String state,
        Optional<TcpInfo> info) {
    /** What is shown where nothing is known. */
    static final String NONE = "n/a";

    /** Of a table of connections. */
    static final List<String> HEADINGS =
            List.of("fd", "name", "State", "cwnd", "ssthresh", "flight", "lost", "retrans", "rtt/var", "rto", "mss");

    /** What people type for it. */
    String word() {
        return owner.isEmpty() ? Integer.toString(socket) : owner;
    }

    /** {@code alice (4): 10.77.0.1:40000 > 10.77.0.2:7}. */
    String title() {
        return (owner.isEmpty() ? "" + socket : owner + " (" + socket + ")") + ": " + CallText.address(local) + " > "
                + CallText.address(peer);
    }

    /** As a row below {@link #HEADINGS}. */
    List<String> cells() {
        return info.map(known -> List.of(
                        Integer.toString(socket),
                        owner,
                        state,
                        Long.toString(known.cwnd()),
                        known.ssthresh() == TcpInfo.NO_THRESHOLD ? "none" : Long.toString(known.ssthresh()),
                        Long.toString(known.inFlight()),
                        Long.toString(known.lost()),
                        known.retransmitting() + "/" + known.retransmits(),
                        Millis.text(known.rttMicros()) + "/" + Millis.text(known.rttvarMicros()),
                        Millis.text(known.rtoMicros()),
                        Long.toString(known.mss())))
                .orElse(List.of(
                        Integer.toString(socket), owner, state, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE));
    }

    /** Why the kernel tells nothing. */
    String absence() {
        return state.equals(NONE)
                ? "n/a: the kernel has no such connection: it is over, or not the kernel's TCP"
                : "n/a: it is over; the kernel keeps only its state, " + state;
    }

    Object json() {
        Map<String, @Nullable Object> json = Json.object(
                "socket", socket,
                "name", Json.orNull(owner),
                "local", CallText.address(local),
                "peer", CallText.address(peer),
                "state", state.equals(NONE) ? null : state);
        json.putAll(figures(info.orElse(null)));
        return json;
    }

    /** The numbers; every key is there, and null where nothing is known. */
    static Map<String, @Nullable Object> figures(@Nullable TcpInfo info) {
        return Json.object(
                "cwnd", figure(info, TcpInfo::cwnd),
                "ssthresh", figure(info, known -> known.ssthresh() == TcpInfo.NO_THRESHOLD ? null : known.ssthresh()),
                "in_flight", figure(info, TcpInfo::inFlight),
                "sacked", figure(info, TcpInfo::sacked),
                "lost", figure(info, TcpInfo::lost),
                "retransmitting", figure(info, TcpInfo::retransmitting),
                "retransmits", figure(info, TcpInfo::retransmits),
                "rtt_ms", figure(info, known -> Millis.of(known.rttMicros())),
                "rttvar_ms", figure(info, known -> Millis.of(known.rttvarMicros())),
                "rto_ms", figure(info, known -> Millis.of(known.rtoMicros())),
                "backoff", figure(info, TcpInfo::backoff),
                "mss", figure(info, TcpInfo::mss));
    }

    private static @Nullable Object figure(@Nullable TcpInfo info, Function<TcpInfo, @Nullable Object> figure) {
        return info == null ? null : figure.apply(info);
    }
}
