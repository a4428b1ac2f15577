package org.sockrates.app.calls;

import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reason that a session gives for how a call ended, and when it is so. What it says else is not looked at. */
enum Reason {
    NOBODY_CONNECTED("^nobody connected within", (said, now) -> now.isNow("LISTEN") && now.hasNothing()),
    NOT_LISTENING("^it does not listen: try  listen (\\S+)", (said, now) -> now.is(said.group(1), "CREATED|BOUND")),
    ONE_END("cannot accept: try  accept (\\S+)", (said, now) -> now.is(said.group(1), "LISTEN")),
    LISTENS("^it listens[;,] ", (said, now) -> now.isNow("LISTEN")),
    BOUND_NOT_LISTENING(
            "^(\\S+ \\(\\d+\\)) is bound there but not listening: try  listen",
            (said, now) -> now.is(said.group(1), "BOUND") && now.has(said.group(1), now.port())),
    NOBODY_LISTENS("^nobody listens on ([^ ;]+)", (said, now) -> !now.serves("tcp LISTEN", said.group(1))),
    NOBODY_BOUND("nobody is bound to ([^ ;]+)", (said, now) -> !now.serves("udp UNCONN", said.group(1))),
    HEARS_NOBODY_ELSE(
            "^(\\S+ \\(\\d+\\)) is bound there and connected to (\\S+): it hears nobody else",
            (said, now) -> now.goesTo(said.group(1), said.group(2))),
    SOMEBODY_ELSEWHERE(
            "^on this port somebody is at ([^ ;,]+), not at",
            (said, now) -> now.serves("(tcp LISTEN|udp UNCONN)", said.group(1))),
    HAS_THE_PORT("^(\\S+ \\(\\d+\\)) of this session has it", (said, now) -> now.has(said.group(1), now.port())),
    BOUND_ALREADY(
            "^bound to (\\S+) already",
            (said, now) -> now.socket().orElseThrow().isAt(said.group(1))),
    CONNECTED_ALREADY(
            "^connected to (\\S+) already",
            (said, now) -> now.socket().orElseThrow().goesTo(said.group(1))),
    NOT_CONNECTED("^not connected yet", (said, now) -> now.isNow("CREATED|BOUND")),
    OVER("its connection (to \\S+ )?is over", (said, now) -> now.isNow("CLOSED|TIME-WAIT")),
    NOTHING_CAME("^nothing came within", (said, now) -> now.hasNothing()),
    OTHER_END(
            "; the other end is (\\S+ \\(\\d+\\))",
            (said, now) -> now.goesTo(said.group(1), now.socket().orElseThrow().local())),
    NOT_ACCEPTED("nobody has called accept: try  accept (\\S+)", (said, now) -> now.is(said.group(1), "LISTEN")),
    ENDED_HERE(
            "^you ended this direction yourself: (shutdown \\S+) (in|out)",
            (said, now) -> now.met(Pattern.quote(said.group(1)) + " (both|" + said.group(2) + ") = 0")),
    ENDED_THERE(
            "^(its connection is over: |)(closed by the peer|the peer ended its direction),",
            (said, now) -> now.met("(recv|recvfrom|drain) .(| .*) = (0|.* end)")),
    THROWN_AWAY("^the peer threw the connection away,", (said, now) -> now.met(".* = (.* |)ECONNRESET"));

    private final Pattern said;
    private final BiPredicate<MatchResult, Truth> holds;

    Reason(String said, BiPredicate<MatchResult, Truth> holds) {
        this.said = Pattern.compile(said);
        this.holds = holds;
    }

    /** Whether it is given and so, or not given. */
    boolean holds(String hint, Truth now) {
        Matcher given = said.matcher(hint);
        return !given.find() || holds.test(given, now);
    }
}
