package org.sockrates.transport.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Wireshark on the command line, which nobody here wrote: what it makes of a capture, every checksum verified. What TCP and
 * UDP carry is data to it, whatever protocol it knows by a port that the kernel may have drawn.
 */
public final class Tshark {
    private static final long LIMIT_SECONDS = 60;
    private static final List<String> VERIFIED = List.of("ip", "tcp", "udp");

    private Tshark() {}

    /**
     * What it told.
     *
     * @param lines one for each packet: the fields asked for, with a tab between them and a comma between values of one
     * @param remarks whatever else it said
     */
    public record Told(int status, List<String> lines, String remarks) {
        /** Whether it read to the end of the capture, or up to a block that was never finished. */
        public boolean wholeOrCut() {
            return status == 0 || remarks.contains("cut short");
        }
    }

    /** Skips the test, by name, where there is none; where {@code CI} is set there must be one. */
    public static void required() {
        boolean there = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .anyMatch(folder -> new File(folder, "tshark").canExecute());
        if (!there && System.getenv("CI") != null) {
            throw new AssertionError("tshark is missing, and CI is set");
        }
        assumeTrue(there, "tshark is missing: install it");
    }

    /** These fields of every packet; fails where it complains. */
    public static List<String> fields(byte[] capture, List<String> fields) {
        Told told = told(capture, fields);
        if (told.status() != 0) {
            throw new AssertionError("tshark: status " + told.status() + ": " + told.remarks());
        }
        return told.lines();
    }

    /** The same of a capture that may be damaged. */
    public static Told told(byte[] capture, List<String> fields) {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", "-", "-T", "fields"));
        VERIFIED.forEach(protocol -> command.addAll(List.of("-o", protocol + ".check_checksum:TRUE")));
        List.of("tcp", "udp").forEach(protocol -> command.addAll(List.of("-d", protocol + ".port==1-65535,data")));
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        try {
            Process tshark = new ProcessBuilder(command).start();
            try {
                return told(tshark, capture);
            } finally {
                tshark.destroyForcibly();
            }
        } catch (Exception failure) {
            throw new AssertionError("tshark: " + failure, failure);
        }
    }

    private static Told told(Process tshark, byte[] capture) throws Exception {
        CompletableFuture<String> lines = CompletableFuture.supplyAsync(() -> text(tshark.getInputStream()));
        CompletableFuture<String> remarks = CompletableFuture.supplyAsync(() -> text(tshark.getErrorStream()));
        try (OutputStream in = tshark.getOutputStream()) {
            in.write(capture);
        } catch (IOException stoppedReading) {
            // its status and its remarks say why
        }
        List<String> told = lines.get(LIMIT_SECONDS, TimeUnit.SECONDS).lines().toList();
        if (!tshark.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("tshark: still running after " + LIMIT_SECONDS + " s");
        }
        return new Told(tshark.exitValue(), told, remarks.get(LIMIT_SECONDS, TimeUnit.SECONDS));
    }

    private static String text(InputStream from) {
        try {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
