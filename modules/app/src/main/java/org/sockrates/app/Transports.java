package org.sockrates.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;

/** Every transport on the class path, a student's own among them. The only place that looks. */
final class Transports {
    private Transports() {}

    /** Those on this program's class path; see {@link #found(ClassLoader)}. */
    static List<Transport> found() {
        return found(Transports.class.getClassLoader());
    }

    /**
     * In the order they are shown: the system's own by name, so that {@code tcp} comes before {@code udp}; then those that
     * are built on datagrams, in the order that their jars give.
     *
     * @throws UsageException when one cannot be made, or two have the same name
     */
    static List<Transport> found(ClassLoader loader) {
        Map<String, Transport> found = new LinkedHashMap<>();
        try {
            ServiceLoader.load(Transport.class, loader).forEach(each -> add(found, each));
        } catch (ServiceConfigurationError broken) {
            throw new UsageException("transport: " + SafeText.escape(String.valueOf(broken.getMessage()))
                    + " (expected: a Transport with a public constructor without arguments); mend its jar, or leave it"
                    + " out of SOCKRATES_CLASSPATH");
        }
        List<Transport> ordered = new ArrayList<>(found.values());
        ordered.sort(Transports::shownBefore);
        return List.copyOf(ordered);
    }

    private static int shownBefore(Transport one, Transport other) {
        if (isBuilt(one) || isBuilt(other)) {
            return Boolean.compare(isBuilt(one), isBuilt(other));
        }
        return one.name().compareTo(other.name());
    }

    private static boolean isBuilt(Transport transport) {
        return transport.traits().connectionOriented() && transport.traits().inDatagrams();
    }

    private static void add(Map<String, Transport> found, Transport each) {
        Transport other = found.put(each.name(), each);
        if (other != null) {
            throw new UsageException("transport: " + SafeText.quote(each.name()) + " is the name of two classes, "
                    + other.getClass().getName() + " and " + each.getClass().getName()
                    + " (expected: a name of its own)");
        }
    }
}
