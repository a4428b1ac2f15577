package org.sockrates.shell.tcp;

import org.sockrates.wire.TcpInfo;

/**
 * What the kernel knew at one moment.
 *
 * @param nanos since the watch began
 */
record Sample(long nanos, TcpInfo info) {
    double seconds() {
        return nanos / 1e9;
    }
}
