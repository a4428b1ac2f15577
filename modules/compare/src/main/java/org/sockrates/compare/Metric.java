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
}
