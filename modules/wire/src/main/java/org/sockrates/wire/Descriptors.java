package org.sockrates.wire;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The descriptors this process has open, by number, and what each is: {@code /dev/net/tun}, {@code socket:[4711]}. */
final class Descriptors {
    private static final Path FOLDER = Path.of("/proc/self/fd");

    private Descriptors() {}

    /** Whether this system tells of them. */
    static boolean areTold() {
        return Files.isDirectory(FOLDER);
    }

    /** All of this moment; one that is closed while they are read may be missing. */
    static Map<Integer, String> open() throws IOException {
        Map<Integer, String> open = new TreeMap<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(FOLDER)) {
            for (Path link : links) {
                int descriptor = Integer.parseInt(link.getFileName().toString());
                of(descriptor).ifPresent(name -> open.put(descriptor, name));
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        return open;
    }

    /** What one is now; empty where it is not open. */
    static Optional<String> of(int descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(FOLDER.resolve(Integer.toString(descriptor)))
                    .toString());
        } catch (IOException closed) {
            return Optional.empty();
        }
    }
}
