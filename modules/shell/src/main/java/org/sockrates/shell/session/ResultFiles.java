package org.sockrates.shell.session;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.format.OutputFile;

/**
 * The files a result is written to. Opened before there is one; those not written are taken away again.
 *
 * @param <T> the result
 */
public final class ResultFiles<T> implements Closeable {
    private final Map<OutputFile, Function<T, String>> files = new LinkedHashMap<>();
    private final SessionFiles folder;
    private final boolean force;

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
     * @param report the text of a result
     */
    public void add(String where, @Nullable String name, Function<T, String> report) throws IOException {
        if (name != null) {
            files.put(OutputFile.open(folder.writable(where, name), force), report);
        }
    }

    /** Writes a result to all of them. */
    public void write(T found) throws IOException {
        for (Map.Entry<OutputFile, Function<T, String>> file : files.entrySet()) {
            try (OutputStream out = file.getKey()) {
                out.write(file.getValue().apply(found).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (OutputFile file : files.keySet()) {
            file.close();
        }
    }
}
