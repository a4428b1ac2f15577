package org.sockrates.transport.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of the tests, its folders packed into one jar, as the program is delivered: a virtual machine that is short
 * of descriptors can still load a class from a jar it has open, but not from a file.
 */
final class ClassJar {
    private static final String CLASS_PATH = pack(System.getProperty("java.class.path"));

    private ClassJar() {}

    static String classPath() {
        return CLASS_PATH;
    }

    private static String pack(String classPath) {
        try {
            Path jar = Files.createTempFile("classes", ".jar");
            jar.toFile().deleteOnExit();
            StringBuilder packed = new StringBuilder(jar.toString());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                Set<String> known = new HashSet<>();
                for (String entry : classPath.split(File.pathSeparator, -1)) {
                    if (Files.isDirectory(Path.of(entry))) {
                        add(Path.of(entry), known, out);
                    } else {
                        packed.append(File.pathSeparator).append(entry);
                    }
                }
            }
            return packed.toString();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static void add(Path folder, Set<String> known, JarOutputStream out) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
            if (known.add(name)) {
                out.putNextEntry(new JarEntry(name));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
