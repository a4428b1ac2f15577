package org.sockrates.shell.learn;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.format.GradescopeWriter;
import org.sockrates.lab.format.JunitWriter;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.format.OutputFile;
import org.sockrates.lab.format.ResultWriter;
import org.sockrates.lab.format.TapWriter;
import org.sockrates.lab.run.LabResult;
import org.sockrates.shell.session.SessionFiles;

/** The result files of a run. Opened before the labs run; those that were not written are taken away when it is closed. */
public final class ResultWriters implements Closeable {
    private final Map<OutputFile, Maker> files = new LinkedHashMap<>();
    private final LabText text;

    private interface Maker {
        ResultWriter make(OutputStream out, LabText text) throws IOException;
    }

    private ResultWriters(LabText text) {
        this.text = text;
    }

    static ResultWriters open(
            String where,
            SessionFiles folder,
            @Nullable String junit,
            @Nullable String tap,
            @Nullable String gradescope,
            boolean force,
            LabText text)
            throws IOException {
        ResultWriters opened = new ResultWriters(text);
        try {
            opened.add(folder, where + ": --junit", junit, force, JunitWriter::new);
            opened.add(folder, where + ": --tap", tap, force, TapWriter::new);
            opened.add(folder, where + ": --gradescope", gradescope, force, GradescopeWriter::new);
            return opened;
        } catch (IOException refused) {
            opened.close();
            throw refused;
        }
    }

    private void add(SessionFiles folder, String where, @Nullable String name, boolean force, Maker maker)
            throws IOException {
        if (name != null) {
            files.put(OutputFile.open(folder.writable(where, name), force), maker);
        }
    }

    /** Writes all of them. */
    public void write(List<LabResult> results) throws IOException {
        for (Map.Entry<OutputFile, Maker> file : files.entrySet()) {
            try (ResultWriter writer = file.getValue().make(file.getKey(), text)) {
                for (LabResult result : results) {
                    writer.write(result);
                }
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
