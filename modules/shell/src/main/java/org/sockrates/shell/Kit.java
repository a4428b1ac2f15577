package org.sockrates.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sockrates.transport.Transport;

/**
 * What the program is handed: it finds and makes none of this by itself.
 *
 * @param transports at least one
 * @param paths where links are put to work, in the order they are offered
 * @param environment the process's variables
 * @param folder where relative file names begin
 * @param wall tells the times that are shown
 * @param interactive whether a person sits at both ends: standard input and output are a terminal
 */
public record Kit(
        List<Transport> transports,
        List<org.sockrates.link.Path> paths,
        Map<String, String> environment,
        Path folder,
        Clock wall,
        boolean interactive) {
    public Kit {
        transports = List.copyOf(transports);
        paths = List.copyOf(paths);
        environment = Map.copyOf(environment);
    }

    /** Whether drawings may use more than ASCII: what the locale says, as every Unix program decides it (setlocale(3)). */
    boolean unicode() {
        for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String locale = environment.getOrDefault(name, "");
            if (!locale.isEmpty()) {
                return locale.toUpperCase(Locale.ROOT).contains("UTF") && !"dumb".equals(environment.get("TERM"));
            }
        }
        return false;
    }
}
