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
import org.sockrates.shell.session.WithheldException;

/** Where the results of labs are written besides. */
public final class ResultOptions {
    @Parameter(names = "--junit", description = "write JUnit's XML there", placeholder = "FILE")
    private @Nullable String junit;

    @Parameter(names = "--tap", description = "write TAP 14 there", placeholder = "FILE")
    private @Nullable String tap;

    @Parameter(
            names = "--gradescope",
            description =
                    "write Gradescope's results.json there; none, and no earlier one, where a lab could not be tried",
            placeholder = "FILE")
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
        add(opened, where + ": --junit", junit, results, (all, out) -> new JunitWriter(out, text));
        add(opened, where + ": --tap", tap, results, (all, out) -> new TapWriter(out, text));
        String scope = where + ": --gradescope";
        add(opened, scope, gradescope, results, (all, out) -> {
            requireJudged(scope, gradescope, all, text);
            return new GradescopeWriter(out, text);
        });
    }

    private static void requireJudged(String where, @Nullable String name, List<LabResult> results, LabText text)
            throws WithheldException {
        Optional<LabResult> unjudged = GradescopeWriter.unjudged(results);
        if (unjudged.isPresent()) {
            throw new WithheldException(
                    where + ": " + name + ": not written, or it would be 0 points for nobody's fault: "
                            + text.verdict(unjudged.get()),
                    unjudged.get().verdict().exitStatus());
        }
    }

    private interface Maker {
        ResultWriter make(List<LabResult> results, OutputStream out) throws IOException;
    }

    private static <T> void add(
            ResultFiles<T> opened,
            String where,
            @Nullable String name,
            Function<T, List<LabResult>> results,
            Maker maker)
            throws IOException {
        opened.addReport(where, name, (found, out) -> {
            List<LabResult> all = results.apply(found);
            try (ResultWriter writer = maker.make(all, out)) {
                for (LabResult result : all) {
                    writer.write(result);
                }
            }
        });
    }
}
