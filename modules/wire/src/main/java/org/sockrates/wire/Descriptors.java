package org.sockrates.wire;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The descriptors this process has open, by number, and what each is: {@code /dev/net/tun}, {@code socket:[4711]}. */
final class Descriptors {
    private static final Path FOLDER = Path.of("/proc/self/fd");

    private Descriptors() {}

    /** All of this moment; one that is closed while they are read may be missing. */
    static Map<Integer, String> open() throws IOException {
        Map<Integer, String> open = new TreeMap<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(FOLDER)) {
            for (Path link : links) {
                try {
                    open.put(
                            Integer.valueOf(link.getFileName().toString()),
                            Files.readSymbolicLink(link).toString());
                } catch (IOException closedMeanwhile) {
                    // it is not open any more
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        return open;
    }
}
