package org.sockrates.shell.sim;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.source.ApartLoader;
import org.sockrates.shell.source.CompiledSource;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/**
 * Somebody's protocol, from a folder, a jar or its source. It is loaded twice, since the two ends of a run share no memory:
 * what is static in one is not in the other, as on two machines.
 */
final class StudentClass implements AutoCloseable {
    private static final int ENDS = 2;

    private final List<ApartLoader> loaders = new ArrayList<>();
    private final List<Constructor<?>> constructors = new ArrayList<>();
    private final AtomicLong made = new AtomicLong();

    private StudentClass() {}

    /**
     * Loads it.
     *
     * @param classpath a folder or jar, or null for what Sockrates was started with
     * @throws BadFileException which says what cannot be used, and what would be
     */
    static StudentClass load(String name, @Nullable String classpath, Path folder) throws IOException {
        List<URL> places = classpath == null ? startedWith() : List.of(place(classpath, folder));
        return in(() -> new ApartLoader(places), name, classpath);
    }

    /**
     * Loads what was compiled.
     *
     * @throws BadFileException which says what cannot be used, and what would be
     */
    static StudentClass load(CompiledSource compiled) throws IOException {
        return in(compiled::loader, compiled.name(), null);
    }

    private static StudentClass in(Supplier<ApartLoader> loaders, String name, @Nullable String classpath)
            throws IOException {
        StudentClass student = new StudentClass();
        try {
            for (int end = 0; end < ENDS; end++) {
                ApartLoader loader = loaders.get();
                student.loaders.add(loader);
                student.constructors.add(constructor(name, classpath, loader));
            }
            return student;
        } catch (BadFileException bad) {
            student.close();
            throw bad;
        }
    }

    /** What Sockrates was started with, where the class is that no option says the place of. */
    private static List<URL> startedWith() throws IOException {
        List<URL> places = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            places.add(Path.of(entry).toUri().toURL());
        }
        return places;
    }

    private static URL place(String classpath, Path folder) throws IOException {
        Path place;
        try {
            place = folder.resolve(classpath);
        } catch (InvalidPathException never) {
            throw bad("--classpath", classpath, "no file name", "a folder or a jar");
        }
        if (!Files.isDirectory(place) && !Files.isRegularFile(place)) {
            throw bad("--classpath", classpath, "no such file", "a folder or a jar");
        }
        return place.toUri().toURL();
    }

    private static Constructor<?> constructor(String name, @Nullable String classpath, ClassLoader loader)
            throws BadFileException {
        try {
            Class<?> found = Class.forName(name, false, loader);
            if (!ProtocolEnd.class.isAssignableFrom(found)) {
                throw bad("class", name, "is no ProtocolEnd", "implements " + ProtocolEnd.class.getName());
            }
            if (Modifier.isAbstract(found.getModifiers()) || !Modifier.isPublic(found.getModifiers())) {
                throw bad("class", name, "cannot be made", "public, and not abstract");
            }
            return found.getConstructor(ProtocolSettings.class, Outside.class);
        } catch (ClassNotFoundException missing) {
            String where = classpath == null
                    ? "here; --classpath, or SOCKRATES_CLASSPATH, names a folder or a jar"
                    : "in " + classpath;
            String meant = Protocol.of("rdt-" + name.toLowerCase(Locale.ROOT))
                    .map(protocol -> protocol.word() + "?")
                    .orElse("a class with its package, " + where);
            throw bad("class", name, "not found", meant);
        } catch (NoSuchMethodException missing) {
            throw bad("class", name, "no such constructor", "public, of (ProtocolSettings, Outside)");
        } catch (LinkageError unusable) {
            throw bad("class", name, "cannot be loaded: " + unusable, "compiled for Java 17, under its own name");
        }
    }

    private static BadFileException bad(String where, String name, String actual, String expected) {
        return new BadFileException("rdt check: " + where + ": " + SafeText.quote(name) + ": " + SafeText.escape(actual)
                + " (expected: " + SafeText.escape(expected) + ")");
    }

    /** Makes its ends, now of the one, now of the other. What the constructor throws, this throws. */
    BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker() {
        return (settings, outside) -> {
            int end = (int) (made.getAndIncrement() % ENDS);
            try {
                return (ProtocolEnd) constructors.get(end).newInstance(settings, outside);
            } catch (InvocationTargetException thrown) {
                if (thrown.getCause() instanceof Error error) {
                    throw error;
                }
                throw thrown.getCause() instanceof RuntimeException own ? own : new IllegalStateException(thrown);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    /** Its class, with its package. */
    String name() {
        return constructors.get(0).getDeclaringClass().getName();
    }

    /** How many ends were made. */
    long made() {
        return made.get();
    }

    @Override
    public void close() throws IOException {
        for (ApartLoader loader : loaders) {
            loader.close();
        }
    }
}
