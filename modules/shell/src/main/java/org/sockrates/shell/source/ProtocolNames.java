package org.sockrates.shell.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a protocol that is graded may name: what computes, and what it is handed. One that names more could be one of ours
 * under another name, answer in place of who judges it, or end the process.
 */
final class ProtocolNames {
    private static final String OURS = "org/sockrates/transport/rdt/";
    private static final Set<String> HANDED = Set.of(
            "AdaptiveTimeout",
            "FixedTimeout",
            "Line",
            "Numbers",
            "Outside",
            "Packet",
            "Packet$Type",
            "ProtocolEnd",
            "ProtocolSettings",
            "RetransmissionTimeout",
            "Table");
    private static final List<String> COMPUTES =
            List.of("java/io/", "java/lang/", "java/math/", "java/nio/", "java/text/", "java/time/", "java/util/");
    private static final List<String> LEADS_OUT = List.of(
            "java/io/File",
            "java/io/RandomAccessFile",
            "java/lang/ClassLoader",
            "java/lang/Module",
            "java/lang/Process",
            "java/lang/Runtime",
            "java/lang/Thread",
            "java/lang/foreign/",
            "java/lang/management/",
            "java/lang/reflect/",
            "java/nio/channels/",
            "java/nio/file/");

    private ProtocolNames() {}

    /**
     * The first name that is none of them, as a person writes it.
     *
     * @param own the classes that belong to the protocol, with dots
     */
    static Optional<String> foreign(ConstantPool pool, Set<String> own) {
        if (pool.names("java/lang/System", "exit")) {
            return Optional.of("System.exit");
        }
        if (pool.names("java/lang/invoke/MethodHandles", "lookup")) {
            return Optional.of("MethodHandles.lookup");
        }
        return pool.classes()
                .filter(name -> !own.contains(name.replace('/', '.')) && !isFit(name))
                .map(name -> name.replace('/', '.'))
                .sorted()
                .findFirst();
    }

    private static boolean isFit(String name) {
        return name.startsWith(OURS)
                ? HANDED.contains(name.substring(OURS.length()))
                : COMPUTES.stream().anyMatch(name::startsWith)
                        && LEADS_OUT.stream().noneMatch(name::startsWith);
    }
}
