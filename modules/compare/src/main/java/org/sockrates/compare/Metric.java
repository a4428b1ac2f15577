package org.sockrates.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measure over all transports and all runs.
 *
 * @param readings by transport, in the order the transports were given; none is missing
 */
public record Metric(Measure measure, Map<String, Reading> readings) {
    public Metric {
        readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    }

    /** Samples of one run: the fewest that any of the measured values rests on; 0 when nothing was measured. */
    public long n() {
        long fewest = Long.MAX_VALUE;
        for (Reading reading : readings.values()) {
            if (reading instanceof Reading.Measured measured) {
                fewest = Math.min(fewest, measured.n());
            }
        }
        return fewest == Long.MAX_VALUE ? 0 : fewest;
    }
}
