package org.sockrates.shell.learn;

import com.beust.jcommander.Parameter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.format.GradescopeWriter;
import org.sockrates.lab.format.JunitWriter;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.format.ResultWriter;
import org.sockrates.lab.format.TapWriter;
import org.sockrates.lab.run.LabResult;
import org.sockrates.shell.session.ResultFiles;

/** Where the results of labs are written besides. */
public final class ResultOptions {
    @Parameter(names = "--junit", description = "write JUnit's XML there", placeholder = "FILE")
    private @Nullable String junit;

    @Parameter(names = "--tap", description = "write TAP 14 there", placeholder = "FILE")
    private @Nullable String tap;

    @Parameter(names = "--gradescope", description = "write Gradescope's results.json there", placeholder = "FILE")
    private @Nullable String gradescope;

    @Parameter(names = "--force", description = "overwrite files that exist")
    private boolean force;

    /** Whether files that exist are overwritten. */
    public boolean force() {
        return force;
    }

    /** The first format that was asked for. */
    public Optional<String> given() {
        return Stream.of(named("--junit", junit), named("--tap", tap), named("--gradescope", gradescope))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> named(String option, @Nullable String file) {
        return Optional.ofNullable(file).map(given -> option);
    }

    /**
     * Opens the files, before anything runs.
     *
     * @param where the command, for messages
     * @param results what is told of a result
     */
    public <T> void addTo(ResultFiles<T> opened, String where, LabText text, Function<T, List<LabResult>> results)
            throws IOException {
        add(opened, where + ": --junit", junit, results, out -> new JunitWriter(out, text));
        add(opened, where + ": --tap", tap, results, out -> new TapWriter(out, text));
        add(opened, where + ": --gradescope", gradescope, results, out -> new GradescopeWriter(out, text));
    }

    private interface Maker {
        ResultWriter make(OutputStream out) throws IOException;
    }

    private static <T> void add(
            ResultFiles<T> opened,
            String where,
            @Nullable String name,
            Function<T, List<LabResult>> results,
            Maker maker)
            throws IOException {
        opened.addReport(where, name, (found, out) -> {
            try (ResultWriter writer = maker.make(out)) {
                for (LabResult result : results.apply(found)) {
                    writer.write(result);
                }
            }
        });
    }
}
