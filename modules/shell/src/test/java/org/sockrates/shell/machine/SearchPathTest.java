package org.sockrates.shell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPathTest {
    @TempDir
    private Path folder;

    private final SearchPath path = SearchPath.of(Map.of("PATH", "nowhere:tools"));

    @BeforeEach
    void make() throws IOException {
        Files.createDirectories(folder.resolve("tools/folder"));
        assertThat(Files.createFile(folder.resolve("tools/tool")).toFile().setExecutable(true))
                .isTrue();
        Files.createFile(folder.resolve("tools/text"));
    }

    @Test
    void aNameIsLookedForInEachFolder() {
        assertThat(path.missing(folder, "tool")).isEmpty();
        assertThat(path.missing(folder, "text")).hasValue("no such program");
        assertThat(path.missing(folder, "folder")).hasValue("no such program");
        assertThat(SearchPath.of(Map.of()).missing(folder, "tool")).hasValue("no such program");
    }

    @Test
    void aPathIsLookedAtAndItIsSaidWhatIsThere() {
        assertThat(path.missing(folder, "tools/tool")).isEmpty();
        assertThat(path.missing(folder, "./tool")).hasValue("no such program");
        assertThat(path.missing(folder, "tools/text")).hasValue("not executable");
        assertThat(path.missing(folder, "tools/folder")).hasValue("a folder");
    }
}
