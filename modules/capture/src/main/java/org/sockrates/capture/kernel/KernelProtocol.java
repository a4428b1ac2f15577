package org.sockrates.capture.kernel;

import org.sockrates.transport.Traits;

/**
 * The kernel's protocol below a transport: its table has the rows, and whose ports they are. It is no transport: several
 * may travel in datagrams of UDP, and share its ports.
 */
public enum KernelProtocol {
    TCP("tcp"),
    UDP("udp");

    private final String word;

    KernelProtocol(String word) {
        this.word = word;
    }

    /** The one a transport with these traits travels over. */
    public static KernelProtocol of(Traits traits) {
        return traits.inDatagrams() ? UDP : TCP;
    }

    /** As {@code ss} and {@code /proc/net} write it: {@code tcp}. */
    public String word() {
        return word;
    }
}
