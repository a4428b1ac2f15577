package org.sockrates.shell.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.transport.SafeText;

/** Finds the process behind a row of the kernel's socket table, where {@code /proc} lets us look. */
public final class PortOwner {
    private static final int MOST_PROCESSES = 5_000;

    private PortOwner() {}

    /** {@code python3 (process 1234)}, {@code this very process (see  jobs)}; empty where it may not be seen. */
    public static Optional<String> of(KernelSocket row) {
        if (row.inode() == 0) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
            int looked = 0;
            for (Path process : processes) {
                if (looked++ < MOST_PROCESSES && holds(process, row.inode())) {
                    return Optional.of(named(process));
                }
            }
        } catch (IOException | RuntimeException notHere) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether it is a socket of this very process. */
    public static boolean isOwn(KernelSocket row) {
        return row.inode() != 0
                && ProcessSockets.of(ProcessHandle.current().pid()).contains(row.inode());
    }

    private static boolean holds(Path process, long inode) {
        return ProcessSockets.of(Long.parseLong(process.getFileName().toString()))
                .contains(inode);
    }

    private static String named(Path process) throws IOException {
        String number = process.getFileName().toString();
        if (number.equals(Long.toString(ProcessHandle.current().pid()))) {
            return "this very process (see  jobs)";
        }
        String name = Files.readString(process.resolve("comm")).strip();
        return SafeText.escape(name) + " (process " + number + ")";
    }
}
