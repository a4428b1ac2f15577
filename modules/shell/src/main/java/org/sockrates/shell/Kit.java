package org.sockrates.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.transport.Transport;

/**
 * What the program is handed: it finds and makes none of this by itself.
 *
 * @param transports at least one
 * @param paths where links are put to work, in the order they are offered
 * @param wire the path that needs a namespace of its own
 * @param again what starts this program once more; the words it is to do come behind
 * @param environment the process's variables
 * @param folder where relative file names begin
 * @param wall tells the times that are shown
 * @param interactive whether a person sits at both ends: standard input and output are a terminal
 */
public record Kit(
        List<Transport> transports,
        List<org.sockrates.link.Path> paths,
        WireAccess wire,
        Supplier<List<String>> again,
        Map<String, String> environment,
        Path folder,
        Clock wall,
        boolean interactive) {
    private static final WireAccess NO_WIRE =
            WireAccess.none("wire: this program was made without one (expected: Linux)");

    public Kit {
        transports = List.copyOf(transports);
        paths = List.copyOf(paths);
        environment = Map.copyOf(environment);
    }

    /** A program without a wire, that is started once. */
    public Kit(
            List<Transport> transports,
            List<org.sockrates.link.Path> paths,
            Map<String, String> environment,
            Path folder,
            Clock wall,
            boolean interactive) {
        this(transports, paths, NO_WIRE, List::of, environment, folder, wall, interactive);
    }

    /**
     * Whether drawings may use more than ASCII: what the locale says, as every Unix program decides it (setlocale(3)). The
     * launcher chooses another for Java, and hands on the caller's.
     */
    boolean unicode() {
        for (String name : List.of("SOCKRATES_LOCALE", "LC_ALL", "LC_CTYPE", "LANG")) {
            String locale = environment.getOrDefault(name, "");
            if (!locale.isEmpty()) {
                return locale.toUpperCase(Locale.ROOT).contains("UTF") && !"dumb".equals(environment.get("TERM"));
            }
        }
        return false;
    }
}
