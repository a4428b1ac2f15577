package org.sockrates.capture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Wireshark on the command line: what it makes of a capture, one line a packet. */
public final class Tshark {
    private static final long LIMIT_SECONDS = 60;

    private Tshark() {}

    /** Skips the test, by name, where there is none. */
    public static void required() {
        boolean there;
        try {
            there = new ProcessBuilder("tshark", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            there = false;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        assumeTrue(there, "tshark is missing: apt-get install tshark");
    }

    /** These fields of every packet, separated by tabs, several values of one field by commas. */
    public static List<String> fields(byte[] capture, List<String> fields) {
        List<String> arguments = new ArrayList<>(List.of("-T", "fields"));
        fields.forEach(field -> arguments.addAll(List.of("-e", field)));
        return read(capture, arguments);
    }

    /** What it prints for a capture, a line each; fails where it complains. */
    public static List<String> read(byte[] capture, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", "-"));
        command.addAll(arguments);
        try {
            Process tshark = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> all(tshark));
            try (OutputStream in = tshark.getOutputStream()) {
                in.write(capture);
            }
            String text = printed.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!tshark.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || tshark.exitValue() != 0) {
                throw new AssertionError(command + " did not end well: " + text);
            }
            return text.isEmpty()
                    ? List.of()
                    : List.of(text.split("\n", -1)).subList(0, text.split("\n", -1).length - 1);
        } catch (Exception failure) {
            throw new AssertionError(command + ": " + failure, failure);
        }
    }

    private static String all(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
