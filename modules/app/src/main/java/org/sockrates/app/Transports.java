package org.sockrates.app;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        Predicate<Transport> built = transport ->
                transport.traits().connectionOriented() && transport.traits().inDatagrams();
        return Stream.concat(
                        found.values().stream().filter(built.negate()).sorted(Comparator.comparing(Transport::name)),
                        found.values().stream().filter(built))
                .toList();
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
