package org.sockrates.transport;

import java.io.IOException;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what nobody expected was thrown by a class from somebody's own jar, a transport of theirs: then it is theirs to
 * mend, and no bug of this program. Not for what the world did, which sockets tell as an {@link IOException}.
 */
public final class Stranger {
    private static final String OURS = "org.sockrates.";

    private Stranger() {}

    /**
     * Where and what, as one line that is safe to show: {@code XorSocket.receive: UnsupportedOperationException: not yet (its
     * own); mend its jar}. Who threw is the first on the stack that is not of Java itself.
     *
     * @return empty where this program, or a library in its jar, threw it, and of an {@link IOException}
     */
    public static Optional<String> told(Throwable thrown) {
        if (thrown instanceof IOException) {
            return Optional.empty();
        }
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getModuleName() == null) // Java's own have one
                .findFirst()
                .filter(frame -> isStrange(frame.getClassName()))
                .map(frame -> line(simple(frame.getClassName()) + "." + frame.getMethodName(), thrown));
    }

    /**
     * The same of what was thrown while somebody's own object was at work: what it made others throw is its own, too.
     *
     * @param worker who was asked, whomever it asked in turn
     */
    public static Optional<String> told(Throwable thrown, Object worker) {
        Optional<String> own = told(thrown);
        String name = worker.getClass().getName();
        return own.isPresent() || thrown instanceof IOException || !isStrange(name)
                ? own
                : Optional.of(line(simple(name), thrown));
    }

    private static String line(String where, Throwable thrown) {
        return SafeText.escape(where + ": " + said(thrown)) + " (its own); mend its jar";
    }

    private static boolean isStrange(String name) {
        if (name.startsWith(OURS)) {
            return false;
        }
        try {
            return !Objects.equals(
                    source(Class.forName(name, false, Stranger.class.getClassLoader())), source(Stranger.class));
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            return true;
        }
    }

    private static @Nullable CodeSource source(Class<?> type) {
        return type.getProtectionDomain().getCodeSource();
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String said(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }
}
