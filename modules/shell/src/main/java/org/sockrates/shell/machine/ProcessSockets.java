package org.sockrates.shell.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which sockets of the kernel's table a process holds, where {@code /proc} lets us look. */
public final class ProcessSockets {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[([0-9]{1,18})]");

    private ProcessSockets() {}

    /** Their inodes; none where we may not look. */
    public static Set<Long> of(long pid) {
        Set<Long> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.isSymbolicLink(descriptor)) {
                    Matcher socket =
                            SOCKET.matcher(Files.readSymbolicLink(descriptor).toString());
                    if (socket.matches()) {
                        inodes.add(Long.valueOf(socket.group(1)));
                    }
                }
            }
        } catch (IOException | RuntimeException goneOrNotOurs) {
            return inodes;
        }
        return inodes;
    }
}
