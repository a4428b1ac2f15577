package org.sockrates.sim.check;

/** The number of the connection that is checked. */
final class ConnectionNumber {
    static final int OURS = 0x01020304;

    private ConnectionNumber() {}
}
