package org.sockrates.shell.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.transport.SafeText;

/**
 * The first line of a script, {@code #!/bin/sh}. Where whom it names is not there, the system says that the script is not, and
 * whoever starts it says so, too.
 */
final class FirstLine {
    private static final int READ_BYTES = 256; // the kernel reads no more
    private static final Charset OF_PATHS = Charset.forName(System.getProperty("sun.jnu.encoding"));
    private static final String UNREADABLE = "\uFFFD";
    private static final Pattern NAMES =
            Pattern.compile("#![ \t]*([^ \t\n\0]+)(?=[ \t\n\0])[ \t]*([^\n]*)\n?.*", Pattern.DOTALL);

    private FirstLine() {}

    /**
     * Why it starts nothing; empty where it may, where its name is none that Java can write, and where the file is no script.
     *
     * @param folder in which it would be started
     * @param file that is there, and no pipe
     */
    static Optional<String> fault(Path folder, Path file) {
        Matcher line = NAMES.matcher(begin(file));
        if (!line.matches()) {
            return Optional.empty();
        }
        String named = line.group(1);
        Optional<String> missing = missing(folder, named);
        if (missing.isEmpty() && named.endsWith("/env") && line.group(2).matches("[^ -].*\r")) {
            named = line.group(2);
            missing = Optional.of(SearchPath.NO_SUCH);
        }
        String windows = named.endsWith("\r") ? "; its lines end as on Windows, \\r\\n (expected: \\n)" : "";
        String where = "its first line names " + SafeText.quote(named) + ": ";
        return missing.map(why -> where + why + windows);
    }

    private static Optional<String> missing(Path folder, String named) {
        if (named.contains(UNREADABLE)) {
            return named.endsWith("\r") ? Optional.of(SearchPath.NO_SUCH) : Optional.empty();
        }
        try {
            return SearchPath.fault(folder.resolve(named));
        } catch (InvalidPathException nobodys) {
            return Optional.empty();
        }
    }

    private static String begin(Path file) {
        try (InputStream script = Files.newInputStream(file)) {
            return new String(script.readNBytes(READ_BYTES), OF_PATHS);
        } catch (IOException unreadable) {
            return ""; // a program need not be readable
        }
    }
}
