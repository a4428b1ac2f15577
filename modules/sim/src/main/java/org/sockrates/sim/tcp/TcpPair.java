package org.sockrates.sim.tcp;

/**
 * Between whom a segment goes. Addresses are IPv4's, as numbers.
 *
 * @param fromAddress who sends
 * @param fromPort 0 to 65535
 * @param toAddress who shall receive
 * @param toPort 0 to 65535
 */
public record TcpPair(int fromAddress, int fromPort, int toAddress, int toPort) {
    /** From 10.0.0.1, port 49152, to 10.0.0.2, port 7. */
    public static final TcpPair USUAL = new TcpPair(0x0a000001, 49_152, 0x0a000002, 7);

    /** The way back. */
    public TcpPair reversed() {
        return new TcpPair(toAddress, toPort, fromAddress, fromPort);
    }
}
