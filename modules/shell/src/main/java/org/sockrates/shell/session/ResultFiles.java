package org.sockrates.shell.session;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockrates.report.OutputFile;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Reply;
import org.sockrates.transport.UsageException;

/**
 * The files a result is written to. Opened before there is one; of those not written, new ones are taken away again,
 * and others keep what is in them, unless the result is withheld.
 *
 * @param <T> the result
 */
public final class ResultFiles<T> implements Closeable {
    private final Map<OutputFile, Report<T>> files = new LinkedHashMap<>();
    private final Set<Path> places = new LinkedHashSet<>();
    private final SessionFiles folder;
    private final boolean force;

    /**
     * What is written to one of them.
     *
     * @param <T> the result
     */
    public interface Report<T> {
        /**
         * Writes all of a result, and may close the file.
         *
         * @throws WithheldException when no such file is to be there, nor an earlier one
         */
        void write(T found, OutputStream out) throws IOException;
    }

    /** @param force whether files that exist are overwritten */
    public ResultFiles(SessionFiles folder, boolean force) {
        this.folder = folder;
        this.force = force;
    }

    /**
     * Opens one more.
     *
     * @param where the option that names it, for messages
     * @param name null where it is not wanted
     * @param text the whole file
     */
    public void add(String where, @Nullable String name, Function<T, String> text) throws IOException {
        addReport(where, name, (found, out) -> out.write(text.apply(found).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Opens one more, for what is written bit by bit; as {@link #add}.
     *
     * @return the file, for what is there before the result is; one that keeps nothing where it is not wanted
     */
    public OutputStream addReport(String where, @Nullable String name, Report<T> report) throws IOException {
        if (name == null) {
            return OutputStream.nullOutputStream();
        }
        Path file = folder.writable(where, name);
        if (Files.isRegularFile(file) && places.contains(file.toRealPath())) {
            throw new UsageException(where, name, "a file that no other option names");
        }
        OutputFile opened = OutputFile.open(where, file, force);
        files.put(opened, report);
        if (Files.isRegularFile(file)) { // a pipe that is open already has no place
            places.add(file.toRealPath());
        }
        return opened;
    }

    /**
     * Writes a result to all of them, though one be full.
     *
     * @param reply tells the same result
     * @return the reply, with what could not be written: an hour's work is not to be lost with a full disk
     */
    public Reply write(T found, Reply reply) {
        List<String> troubles = new ArrayList<>();
        int status = reply.status();
        for (Map.Entry<OutputFile, Report<T>> file : files.entrySet()) {
            try {
                write(found, file.getKey(), file.getValue());
                file.getKey().requireUntouched();
            } catch (WithheldException withheld) {
                troubles.add(Failure.text(withheld));
                status = status == ExitStatus.OK ? withheld.status() : status;
                status = takeAway(file.getKey(), troubles) ? status : ExitStatus.OUTPUT;
            } catch (IOException unwritten) {
                troubles.add(Failure.text(unwritten));
                status = ExitStatus.OUTPUT;
            }
        }
        return troubles.isEmpty() ? reply : new Unwritten(reply, troubles, status);
    }

    private static <T> void write(T found, OutputFile file, Report<T> report) throws IOException {
        try (OutputStream out = file) {
            report.write(found, out);
        }
    }

    private static boolean takeAway(OutputFile file, List<String> troubles) {
        try {
            file.takeAway();
            return true;
        } catch (IOException unwritten) {
            troubles.add(Failure.text(unwritten));
            return false;
        }
    }

    /** A reply that is whole, though not all files are. */
    private record Unwritten(Reply reply, List<String> troubles, int status) implements Reply {
        @Override
        public List<String> lines() {
            return reply.lines();
        }

        @Override
        public @Nullable Object json() {
            return reply.json();
        }
    }

    @Override
    public void close() throws IOException {
        for (OutputFile file : files.keySet()) {
            file.close();
        }
    }
}
