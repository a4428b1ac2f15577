package org.sockrates.shell.sim;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.rdt.ProtocolEnd;

/** A source file of somebody's, compiled in memory with what lies beside it. Nothing is written. */
final class CompiledSource {
    static final String ENDING = ".java";
    private static final int MOST_ERRORS = 3;

    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    private final Path file;

    private CompiledSource(Path file) {
        this.file = file;
    }

    /**
     * Compiles it.
     *
     * @throws BadFileException which says where it is no Java, or that this Java has no compiler
     */
    static CompiledSource of(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new BadFileException("rdt check: this Java has no compiler (expected: a JDK, not a JRE)");
        }
        CompiledSource compiled = new CompiledSource(file);
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            Path beside = Objects.requireNonNull(file.toAbsolutePath().getParent());
            List<String> options = List.of("-proc:none", "-sourcepath", beside.toString(), "-classpath", ours());
            boolean good = compiler.getTask(
                            null, compiled.keeping(files), said, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!good) {
                throw new BadFileException(errors(said));
            }
        }
        return compiled;
    }

    /** What a protocol is compiled against. */
    private static String ours() {
        try {
            URL place = ProtocolEnd.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(place.toURI()) + File.pathSeparator + System.getProperty("java.class.path");
        } catch (URISyntaxException never) {
            throw new IllegalStateException(never);
        }
    }

    private static String errors(DiagnosticCollector<JavaFileObject> said) {
        return said.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .limit(MOST_ERRORS)
                .map(CompiledSource::told)
                .collect(Collectors.joining("\n"));
    }

    private static String told(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject source = error.getSource();
        String where = source == null ? "" : Path.of(source.toUri()).getFileName() + ":" + error.getLineNumber() + ": ";
        String what =
                error.getMessage(Locale.ENGLISH).lines().map(String::strip).collect(Collectors.joining("; "));
        return "rdt check: " + SafeText.escape(where + what);
    }

    private JavaFileManager keeping(StandardJavaFileManager files) {
        return new ForwardingJavaFileManager<>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:/" + className.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                    }
                };
            }
        };
    }

    /** The class that is called as the file is, with its package. */
    String name() throws BadFileException {
        String simple = file.getFileName().toString().replace(ENDING, "");
        List<String> so = new ArrayList<>(classes.keySet());
        so.removeIf(name -> !name.substring(name.lastIndexOf('.') + 1).equals(simple));
        if (so.size() != 1) {
            throw new BadFileException(
                    "rdt check: " + SafeText.quote(file.getFileName().toString()) + ": no class "
                            + SafeText.escape(simple) + " in it (expected: one, called as the file is)");
        }
        return so.get(0);
    }

    /** Loads what was compiled. */
    URLClassLoader loader(ClassLoader parent) {
        return new URLClassLoader(new URL[0], parent) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream compiled = classes.get(name);
                if (compiled == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = compiled.toByteArray();
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }
}
