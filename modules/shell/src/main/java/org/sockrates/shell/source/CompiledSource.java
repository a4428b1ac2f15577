package org.sockrates.shell.source;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
public final class CompiledSource {
    /** What the name of such a file ends with. */
    public static final String ENDING = ".java";

    /** The most such a file may have. */
    public static final long MOST_BYTES = 1 << 20;

    private static final int MOST_ERRORS = 3;
    private static final Predicate<String> GIVEN_UP =
            Pattern.compile("java\\.[\\w.]+(?:Error|Exception)\\b.*").asMatchPredicate();

    private final String fileName;
    private final String name;
    private final Map<String, byte[]> classes;

    private CompiledSource(String fileName, String name, Map<String, ByteArrayOutputStream> classes) {
        this.fileName = fileName;
        this.name = name;
        this.classes = new TreeMap<>();
        classes.forEach((each, compiled) -> this.classes.put(each, compiled.toByteArray()));
    }

    /**
     * Compiles it with what lies beside it.
     *
     * @throws BadFileException which says where it is no Java, or what is missing in it
     * @throws IOException when this Java has no compiler
     */
    public static CompiledSource of(Path file) throws IOException {
        return of(file, List.of("-sourcepath", beside(file)));
    }

    /** Compiles it by itself: what lies beside it is somebody else's. See {@link #of(Path)}. */
    public static CompiledSource alone(Path file) throws IOException {
        return of(file, List.of("-implicit:none", "-sourcepath", ""));
    }

    private static String beside(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent()).toString();
    }

    private static CompiledSource of(Path file, List<String> others) throws IOException {
        String fileName = String.valueOf(file.getFileName());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("this Java has no compiler (expected: a JDK, not a JRE)"); // not the file's fault
        }
        if (Files.size(file) > MOST_BYTES) {
            throw bad(fileName, Files.size(file) + " bytes", "at most " + MOST_BYTES);
        }
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        StringWriter broken = new StringWriter(); // what the compiler says of itself when it gives up
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<String> options = new ArrayList<>(List.of("-proc:none", "-classpath", ours()));
            options.addAll(others);
            boolean good = compiler.getTask(
                            broken, keeping(classes, files), said, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!good) {
                String errors = errors(said);
                throw errors.isEmpty() ? tooMuch(fileName, broken.toString()) : new BadFileException(errors);
            }
        }
        return new CompiledSource(fileName, named(fileName, classes.keySet()), classes);
    }

    private static String named(String fileName, Set<String> classes) throws BadFileException {
        String simple = fileName.replace(ENDING, "");
        return classes.stream()
                .filter(name -> name.substring(name.lastIndexOf('.') + 1).equals(simple))
                .findFirst()
                .orElseThrow(() -> bad(fileName, "no class " + simple + " in it", "one, called as the file is"));
    }

    private static BadFileException bad(String fileName, String actual, String expected) {
        return new BadFileException(SafeText.escape(fileName + ": " + actual) + " (expected: " + expected + ")");
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

    /** It names no place: it ran out of stack or memory. */
    private static BadFileException tooMuch(String fileName, String broken) {
        String how = broken.lines().filter(GIVEN_UP).findFirst().orElse("it says nothing");
        return bad(fileName, "the compiler gives up: " + how, "shorter expressions, smaller constants");
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
        String line = source == null ? "" : Path.of(source.toUri()).getFileName() + ":" + error.getLineNumber() + ": ";
        String what =
                error.getMessage(Locale.ENGLISH).lines().map(String::strip).collect(Collectors.joining("; "));
        return SafeText.escape(line + what);
    }

    private static JavaFileManager keeping(Map<String, ByteArrayOutputStream> classes, StandardJavaFileManager files) {
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

    /** What the file is called. */
    public String fileName() {
        return fileName;
    }

    /** The class that is called as the file is, with its package. */
    public String name() {
        return name;
    }

    /** What it names that a protocol has no business with, {@code java.lang.Runtime}. */
    public Optional<String> foreignName() {
        return pools().flatMap(pool -> ProtocolNames.foreign(pool, classes.keySet()).stream())
                .findFirst();
    }

    /** Whether it ends the process, as nobody else can be told: by its name. */
    public boolean halts() {
        return pools().flatMap(ConstantPool::members).anyMatch("java/lang/Runtime.halt"::equals);
    }

    /** Writes what was compiled to a jar. */
    public void writeTo(Path file) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> compiled : classes.entrySet()) {
                jar.putNextEntry(new ZipEntry(compiled.getKey().replace('.', '/') + ".class"));
                jar.write(compiled.getValue());
            }
        }
    }

    /** Loads what was compiled, each time anew. */
    public ApartLoader loader() {
        return new ApartLoader(List.of(), classes);
    }

    private Stream<ConstantPool> pools() {
        return classes.values().stream().map(ConstantPool::of);
    }
}
