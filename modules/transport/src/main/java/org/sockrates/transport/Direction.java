package org.sockrates.transport;

/** Which half of a conversation {@code shutdown(2)} ends, as seen from the socket it is called on. */
public enum Direction {
    /** Nothing more will be received: {@code SHUT_RD}. */
    IN("SHUT_RD"),
    /** Nothing more will be sent; the peer reads an end of stream: {@code SHUT_WR}. */
    OUT("SHUT_WR"),
    /** Both: {@code SHUT_RDWR}. */
    BOTH("SHUT_RDWR");

    private final String constant;

    Direction(String constant) {
        this.constant = constant;
    }

    /** The C constant, {@code SHUT_WR}. */
    public String constant() {
        return constant;
    }

    public boolean in() {
        return this != OUT;
    }

    public boolean out() {
        return this != IN;
    }
}
