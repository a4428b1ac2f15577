package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sockrates.app.process.Started.Ended;

/** A folder of submissions, to be graded. */
record HandedIn(Path folder, Sockrates sockrates) {
    /**
     * Hands in programs in Python, and grades them.
     *
     * @param programs their texts, by the name of whoever hands one in
     */
    Ended grade(String lab, Map<String, String> programs) throws IOException, InterruptedException {
        handIn("program.py", programs);
        return sockrates.run("grade", lab, "--submissions", folder.toString(), "--", "python3", "program.py", "{port}");
    }

    void handIn(String file, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path own = Files.createDirectories(folder.resolve(text.getKey()));
            Files.writeString(own.resolve(file), text.getValue());
        }
    }

    /** A program that is not as good. */
    static String without(String program, String part, String instead) {
        assertThat(program).contains(part);
        return program.replace(part, instead);
    }
}
