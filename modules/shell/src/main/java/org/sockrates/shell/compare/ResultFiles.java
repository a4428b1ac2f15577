package org.sockrates.shell.compare;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.Comparison;
import org.sockrates.lab.format.OutputFile;
import org.sockrates.report.CsvReport;
import org.sockrates.report.HtmlReport;
import org.sockrates.shell.session.SessionFiles;

/** The files a comparison is written to. Opened before anything is measured; those not written are taken away again. */
final class ResultFiles implements Closeable {
    private final Map<OutputFile, Function<Comparison, String>> files = new LinkedHashMap<>();

    private ResultFiles() {}

    static ResultFiles open(SessionFiles folder, @Nullable String csv, @Nullable String html, boolean force)
            throws IOException {
        ResultFiles opened = new ResultFiles();
        try {
            opened.add(folder, "--csv", csv, force, CsvReport::of);
            opened.add(folder, "--html", html, force, HtmlReport::of);
            return opened;
        } catch (IOException refused) {
            opened.close();
            throw refused;
        }
    }

    private void add(
            SessionFiles folder,
            String option,
            @Nullable String name,
            boolean force,
            Function<Comparison, String> report)
            throws IOException {
        if (name != null) {
            files.put(OutputFile.open(folder.writable("compare: " + option, name), force), report);
        }
    }

    void write(Comparison found) throws IOException {
        for (Map.Entry<OutputFile, Function<Comparison, String>> file : files.entrySet()) {
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
