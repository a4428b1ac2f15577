package org.sockrates.shell.learn;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.format.GradescopeWriter;
import org.sockrates.lab.format.JunitWriter;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.format.OutputFile;
import org.sockrates.lab.format.ResultWriter;
import org.sockrates.lab.format.TapWriter;
import org.sockrates.lab.run.LabResult;
import org.sockrates.shell.session.SessionFiles;

/** The result files of a run. Opened before the labs run. */
final class ResultWriters implements Closeable {
    private final List<ResultWriter> writers = new ArrayList<>();

    private interface Maker {
        ResultWriter make(OutputStream out, LabText text) throws IOException;
    }

    private ResultWriters() {}

    static ResultWriters open(
            SessionFiles folder,
            @Nullable String junit,
            @Nullable String tap,
            @Nullable String gradescope,
            boolean force,
            LabText text)
            throws IOException {
        ResultWriters opened = new ResultWriters();
        opened.add(folder, junit, force, text, JunitWriter::new);
        opened.add(folder, tap, force, text, TapWriter::new);
        opened.add(folder, gradescope, force, text, GradescopeWriter::new);
        return opened;
    }

    private void add(SessionFiles folder, @Nullable String name, boolean force, LabText text, Maker maker)
            throws IOException {
        if (name != null) {
            writers.add(maker.make(OutputFile.open(folder.writable("run", name), force), text));
        }
    }

    void write(List<LabResult> results) throws IOException {
        for (ResultWriter writer : writers) {
            for (LabResult result : results) {
                writer.write(result);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (ResultWriter writer : writers) {
            writer.close();
        }
    }
}
