package org.sockrates.shell.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import org.sockrates.report.UnwritableException;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Stranger;
import org.sockrates.transport.UsageException;

/** What failed, as one line and a status: the typed line, the world, or us. Only our own bugs show a stack trace. */
public final class Failure {
    /** Of whatever needs one, also a process, which has threads that hear it. */
    public static final String NO_THREAD =
            "no thread left (expected: one for each call, server and program); end something, or allow more: ulimit -u";

    private Failure() {}

    static void tell(Job job, Throwable failure) {
        int status = status(failure);
        boolean unmeant = failure instanceof UsageException line && line.isOfNobody();
        job.fail(status == ExitStatus.BUG ? trace(failure) : text(failure), status, unmeant);
    }

    /** The status of section "exit statuses" that belongs to a failure. */
    public static int status(Throwable failure) {
        if (failure instanceof UsageException) {
            return ExitStatus.USAGE;
        }
        if (failure instanceof MissingAbilityException) {
            return ExitStatus.MISSING;
        }
        if (failure instanceof UnwritableException) {
            return ExitStatus.OUTPUT;
        }
        if (failure instanceof BadFileException || failure instanceof FileSystemException) {
            return ExitStatus.BAD_FILE;
        }
        if (failure instanceof SocketCallException call) {
            return status(call.errno());
        }
        if (failure.getCause() instanceof SocketCallException cause) {
            return status(cause.errno());
        }
        if (failure instanceof CancellationException) {
            return ExitStatus.INTERRUPTED;
        }
        if (isShortOfThreads(failure)) {
            return ExitStatus.MISSING;
        }
        if (failure instanceof IOException) {
            return ExitStatus.NETWORK;
        }
        return Stranger.told(failure).isPresent() ? ExitStatus.BAD_FILE : ExitStatus.BUG;
    }

    /** That the system has none left is nobody's bug here. */
    private static boolean isShortOfThreads(Throwable failure) {
        return failure instanceof OutOfMemoryError
                && String.valueOf(failure.getMessage()).contains("native thread");
    }

    /** The status of a call that failed so. */
    public static int status(Errno errno) {
        return switch (errno) {
            case EAGAIN -> ExitStatus.TIME_LIMIT;
            case EINTR -> ExitStatus.INTERRUPTED;
            default -> ExitStatus.NETWORK;
        };
    }

    /** One line, never {@code null}; of files that are read whole before anything is done, a line for each thing wrong. */
    public static String text(Throwable failure) {
        if (isShortOfThreads(failure)) {
            return NO_THREAD;
        }
        String said = failure.getMessage();
        if (failure instanceof NoSuchFileException) {
            return SafeText.escape(said == null ? "file" : said) + ": no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return SafeText.escape(said == null ? "file" : said) + ": may not be read";
        }
        if (failure instanceof UsageException
                || failure instanceof UnknownHostException
                || failure instanceof BadFileException) {
            return said == null ? "unknown" : said;
        }
        return Stranger.told(failure)
                .orElseGet(() -> said == null ? failure.getClass().getSimpleName() : SafeText.escape(said));
    }

    /** What is wrong alone, without the path of the file, which may be all that is wrong. */
    public static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException named ? named.getReason() : null;
        return reason == null ? text(failure) : SafeText.escape(reason);
    }

    private static String trace(Throwable bug) {
        StringWriter text = new StringWriter();
        bug.printStackTrace(new PrintWriter(text, true));
        return "bug: this should not have happened; please report what follows\n" + text;
    }
}
