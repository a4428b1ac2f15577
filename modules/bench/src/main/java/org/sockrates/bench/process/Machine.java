package org.sockrates.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures depend on and cannot be seen from them. Nothing that names the machine or its people. */
public final class Machine {
    private Machine() {}

    public static Map<String, String> facts() throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("processor", processor());
        facts.put("jdk", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("congestion control", congestionControl());
        facts.put(
                "load when it began", Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
        return facts;
    }

    /** What TCP uses here unless a program asks for another; Java cannot ask. */
    public static String congestionControl() throws IOException {
        return Files.readString(Path.of("/proc/sys/net/ipv4/tcp_congestion_control"))
                .strip();
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("n/a");
    }
}
