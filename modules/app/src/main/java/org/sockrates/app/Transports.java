package org.sockrates.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;

/** Every transport on the class path, a student's own among them. The only place that looks. */
final class Transports {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private Transports() {}

    /** Those on this program's class path; see {@link #found(ClassLoader)}. */
    static List<Transport> found() {
        return found(Transports.class.getClassLoader());
    }

    /**
     * In the order they are shown: the system's own by name, so that {@code tcp} comes before {@code udp}; then those that
     * are built on datagrams, in the order that their jars give.
     *
     * @throws UsageException when one cannot be made, has no name, or one that nobody can type or another has, or no traits
     */
    static List<Transport> found(ClassLoader loader) {
        Map<String, Transport> found = new LinkedHashMap<>();
        try {
            ServiceLoader.load(Transport.class, loader).forEach(each -> add(found, each));
        } catch (UnsupportedClassVersionError newer) {
            throw new UsageException("transport: " + SafeText.escape(told(newer))
                    + " (expected: classes for Java 17); compile them with --release 17");
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw new UsageException("transport: " + SafeText.escape(told(broken))
                    + " (expected: a Transport whose public constructor without arguments throws nothing); mend its"
                    + " jar, or leave it out of SOCKRATES_CLASSPATH");
        }
        List<Transport> ordered = new ArrayList<>(found.values());
        ordered.sort(Transports::shownBefore);
        return List.copyOf(ordered);
    }

    /** What is wrong, and what it came from. */
    private static String told(Error broken) {
        Throwable first = broken;
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            first = cause;
        }
        return broken instanceof ServiceConfigurationError && first != broken
                ? broken.getMessage() + ": " + first
                : first.toString();
    }

    private static int shownBefore(Transport one, Transport other) {
        boolean built = one.traits().builtOnDatagrams();
        boolean otherBuilt = other.traits().builtOnDatagrams();
        return built || otherBuilt // those keep the order they are found in
                ? Boolean.compare(built, otherBuilt)
                : one.name().compareTo(other.name());
    }

    private static void add(Map<String, Transport> found, Transport each) {
        if (each.name() == null || each.traits() == null) { // a class of somebody's own may give what no type forbids
            throw new UsageException("transport: " + each.getClass().getName()
                    + ": null (expected: a name, and traits); mend its jar, or leave it out of SOCKRATES_CLASSPATH");
        }
        if (!NAME.matcher(each.name()).matches()) {
            throw new UsageException("transport: " + SafeText.quote(each.name()) + " is the name of "
                    + each.getClass().getName() + " (expected: lower-case letters, digits and hyphens)");
        }
        Transport other = found.put(each.name(), each);
        if (other != null) {
            throw new UsageException("transport: " + SafeText.quote(each.name()) + " is the name of two classes, "
                    + other.getClass().getName() + " and " + each.getClass().getName()
                    + " (expected: a name of its own)");
        }
    }
}
