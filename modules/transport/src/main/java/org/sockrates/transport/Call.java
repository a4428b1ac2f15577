package org.sockrates.transport;

/** The calls a socket can report, by their C names. */
public enum Call {
    SOCKET("socket"),
    BIND("bind"),
    LISTEN("listen"),
    ACCEPT("accept"),
    CONNECT("connect"),
    SEND("send"),
    SENDTO("sendto"),
    RECV("recv"),
    RECVFROM("recvfrom"),
    SHUTDOWN("shutdown"),
    SETSOCKOPT("setsockopt"),
    CLOSE("close");

    private final String word;

    Call(String word) {
        this.word = word;
    }

    /** Whether the call may wait for the peer, so that its beginning is worth an event of its own. */
    public boolean mayWait() {
        return switch (this) {
            case ACCEPT, CONNECT, SEND, SENDTO, RECV, RECVFROM -> true;
            default -> false;
        };
    }

    /** The C name. */
    public String word() {
        return word;
    }
}
