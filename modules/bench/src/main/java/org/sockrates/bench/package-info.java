/**
 * {@code scripts/bench}: how good the kit is, measured beside iperf3, sockperf, socat and Python. No part of the kit;
 * nothing depends on it.
 */
@NullMarked
package org.sockrates.bench;

import org.jspecify.annotations.NullMarked;
