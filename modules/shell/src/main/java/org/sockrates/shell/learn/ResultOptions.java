package org.sockrates.shell.learn;

import com.beust.jcommander.Parameter;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.format.LabText;
import org.sockrates.shell.command.value.TextValue;
import org.sockrates.shell.session.SessionFiles;

/** Where the results of labs are written besides. */
public final class ResultOptions {
    @Parameter(
            names = "--junit",
            description = "write JUnit's XML there",
            placeholder = "FILE",
            converter = TextValue.class)
    private @Nullable String junit;

    @Parameter(names = "--tap", description = "write TAP 14 there", placeholder = "FILE", converter = TextValue.class)
    private @Nullable String tap;

    @Parameter(
            names = "--gradescope",
            description = "write Gradescope's results.json there",
            placeholder = "FILE",
            converter = TextValue.class)
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
     */
    public ResultWriters open(String where, SessionFiles files, LabText text) throws IOException {
        return ResultWriters.open(where, files, junit, tap, gradescope, force, text);
    }
}
