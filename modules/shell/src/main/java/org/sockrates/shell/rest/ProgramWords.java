package org.sockrates.shell.rest;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What another program says of itself. */
final class ProgramWords {
    private static final long LIMIT_SECONDS = 10;

    private ProgramWords() {}

    /** The first line it says; empty where it cannot be started or says nothing within a limit. */
    static Optional<String> first(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return Optional.ofNullable(
                        CompletableFuture.supplyAsync(() -> line(process)).get(LIMIT_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException | TimeoutException silent) {
                return Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static @Nullable String line(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            return lines.readLine();
        } catch (IOException ended) {
            return null;
        }
    }
}
