package org.sockrates.bench.end;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an end was told on its command line: {@code port=5000 layer=raw}. */
record Words(Map<String, String> values) {
    static Words of(String[] arguments, int from) {
        Map<String, String> values = new HashMap<>();
        for (int i = from; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            values.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        return new Words(values);
    }

    String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + ": missing");
        }
        return value;
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    Duration millis(String key) {
        return Duration.ofMillis(number(key));
    }

    boolean raw() {
        return text("layer").equals("raw");
    }

    boolean udp() {
        return text("protocol").equals("udp");
    }

    Manner manner() {
        return Manner.valueOf(text("manner").toUpperCase(Locale.ROOT));
    }

    /** Ports of this machine's loopback: {@code 4000,4001}. */
    List<InetSocketAddress> loopbacks(String key) {
        return Arrays.stream(text(key).split(",", -1))
                .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)))
                .toList();
    }

    /** A port of this machine's loopback. */
    InetSocketAddress loopback(String key) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), number(key));
    }
}
