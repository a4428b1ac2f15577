package org.sockrates.shell.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a protocol that is graded may name: what computes, and what it is handed. One that names more could be one of ours
 * under another name, answer in place of who judges it, or end the process.
 */
final class ProtocolNames {
    private static final String OURS = "org/sockrates/";
    private static final String HANDED_IN = OURS + "transport/rdt/";

    /** With what is inside of them. */
    private static final Set<String> HANDED = Set.of(
            HANDED_IN + "AdaptiveTimeout",
            HANDED_IN + "FixedTimeout",
            HANDED_IN + "Line",
            HANDED_IN + "Numbers",
            HANDED_IN + "Outside",
            HANDED_IN + "Packet",
            HANDED_IN + "ProtocolEnd",
            HANDED_IN + "ProtocolSettings",
            HANDED_IN + "RetransmissionTimeout",
            OURS + "transport/UsageException");

    /** Packages and classes to compute with; of a package, what is in it and not below it. */
    private static final List<String> COMPUTES = List.of(
            "java/lang/",
            "java/lang/annotation/",
            "java/lang/constant/",
            "java/lang/invoke/", // of lambdas; their methods are looked at below
            "java/lang/runtime/",
            "java/math/",
            "java/nio/",
            "java/nio/charset/",
            "java/security/MessageDigest",
            "java/security/NoSuchAlgorithmException",
            "java/text/",
            "java/time/",
            "java/time/chrono/",
            "java/time/temporal/",
            "java/util/",
            "java/util/concurrent/",
            "java/util/concurrent/atomic/",
            "java/util/concurrent/locks/",
            "java/util/function/",
            "java/util/regex/",
            "java/util/stream/",
            "java/util/zip/Adler32",
            "java/util/zip/CRC32",
            "java/util/zip/CRC32C",
            "java/util/zip/Checksum",
            "java/io/ByteArrayInputStream",
            "java/io/ByteArrayOutputStream",
            "java/io/Closeable",
            "java/io/DataInputStream",
            "java/io/DataOutputStream",
            "java/io/EOFException",
            "java/io/IOException",
            "java/io/InputStream",
            "java/io/OutputStream",
            "java/io/PrintStream",
            "java/io/Serializable",
            "java/io/StringWriter",
            "java/io/UTFDataFormatException",
            "java/io/UncheckedIOException",
            "java/io/UnsupportedEncodingException",
            "java/io/Writer");

    /** What is among them and leads to files, threads, processes or other classes, or is one for both ends. */
    private static final Pattern LEADS_OUT = Pattern.compile(
            "java/lang/(?:ClassLoader|ClassValue|Module|Process|Runtime"
                    + "(?!Exception)|StackWalker|Thread).*|java/util/(?:Formatter|ResourceBundle|Scanner|ServiceLoader|(?:Simple)?TimeZone|Timer).*"
                    + "|java/util/concurrent/(?:.*Execut.*|ForkJoin.*|.*Future.*|Thread(?!LocalRandom).*|locks/LockSupport)");

    /** Methods that do, or that share what is the whole machine's, of classes that compute. */
    private static final Pattern METHOD_OUT =
            Pattern.compile("java/lang/System\\.(?:clearProperty|console|exit|getProperties|load|loadLibrary|set.*)"
                    + "|java/lang/Class\\.(?:forName|getClassLoader|getResource.*)"
                    + "|java/lang/invoke/(?!ConstantBootstraps|LambdaMetafactory|SerializedLambda|StringConcatFactory).*"
                    + "|java/io/PrintStream\\.<init>|java/lang/String\\.intern|java/util/Locale\\.setDefault");

    private ProtocolNames() {}

    /**
     * The first name that is none of them, as a person writes it.
     *
     * @param own the classes that belong to the protocol, with dots
     */
    static Optional<String> foreign(ConstantPool pool, Set<String> own) {
        Stream<String> disguised = own.stream().filter(name -> name.startsWith(OURS.replace('/', '.')));
        Stream<String> methods =
                pool.members().filter(name -> METHOD_OUT.matcher(name).matches());
        Stream<String> others = pool.classes().filter(name -> !own.contains(name.replace('/', '.')) && !isFit(name));
        return Stream.of(disguised, methods, others)
                .flatMap(Function.identity())
                .map(name -> name.replace('/', '.'))
                .sorted()
                .findFirst();
    }

    private static boolean isFit(String name) {
        return name.startsWith(OURS)
                ? HANDED.contains(name.replaceFirst("\\$.*", ""))
                : (COMPUTES.contains(name) || COMPUTES.contains(name.substring(0, name.lastIndexOf('/') + 1)))
                        && !LEADS_OUT.matcher(name).matches();
    }
}
