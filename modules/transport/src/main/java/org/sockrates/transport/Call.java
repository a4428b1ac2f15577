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
        return this == CONNECT || sends() || takes();
    }

    /** Whether the call hands bytes to the transport. */
    public boolean sends() {
        return this == SEND || this == SENDTO;
    }

    /** Whether the call fetches bytes. */
    public boolean receives() {
        return this == RECV || this == RECVFROM;
    }

    /** Whether the call fetches what comes from the other end, bytes or a connection, and fills its arguments in. */
    public boolean takes() {
        return this == ACCEPT || receives();
    }

    /** The C name. */
    public String word() {
        return word;
    }
}
