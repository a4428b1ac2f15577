package org.sockrates.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A program of a few lines with the names the launcher starts: it shows its words and what it was started with. */
final class TinyProgram {
    private static final String MAIN = """
            package org.sockrates.app;
            public class Main {
                public static void main(String[] words) {
                    System.out.println("words: " + String.join("|", words));
                    System.out.println("color: " + System.getProperty("color"));
                    System.out.println("letters: " + System.getenv("LC_ALL") + "|" + System.getenv("LC_CTYPE"));
                    System.out.println("drawn: " + System.getenv("SOCKRATES_LOCALE"));
                    System.out.println("java: " + System.getProperty("java.home"));
                }
            }
            class Rehearsal {
                public static void main(String[] words) {}
            }
            """;

    private TinyProgram() {}

    static Path jar(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Main.java"), MAIN);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "--release", "17", source.toString());
        assertThat(status).isZero();
        Path jar = folder.resolve("program.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            for (String name : new String[] {"org/sockrates/app/Main.class", "org/sockrates/app/Rehearsal.class"}) {
                entries.putNextEntry(new JarEntry(name));
                Files.copy(folder.resolve(name), entries);
            }
        }
        return jar;
    }
}
