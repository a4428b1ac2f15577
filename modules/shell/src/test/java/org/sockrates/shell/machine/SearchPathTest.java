package org.sockrates.shell.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#!/bin/nope\\n|its first line names \"/bin/nope\": no such program",
                "#! /bin/nope -x\\nls|its first line names \"/bin/nope\": no such program",
                "#!tools/text\\n|its first line names \"tools/text\": not executable",
                "#!tools\\n|its first line names \"tools\": a folder",
                "#!/bin/sh\\r\\nls\\r\\n|its first line names \"/bin/sh\\r\": no such program;"
                        + " its lines end as on Windows, \\r\\n (expected: \\n)",
                "#!/usr/bin/env sh\\r\\nls\\r\\n|its first line names \"sh\\r\": no such program;"
                        + " its lines end as on Windows, \\r\\n (expected: \\n)",
            })
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aScriptThatNobodyReadsIsToldAsThat(String text, String fault) throws IOException {
        assertThat(script(text)).hasValue(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ls",
                "\\x7fELF",
                "#!",
                "#!/bin/nope",
                "#!tools/tool",
                "#!/bin/sh\\n",
                "#!/bin/sh -e\\r\\n",
                "#!/usr/bin/env -S sh -e\\r\\n",
                "#!/usr/bin/env nope\\n",
            })
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatMayBeReadIsStarted(String text) throws IOException {
        assertThat(script(text)).isEmpty();
    }

    private Optional<String> script(String text) throws IOException {
        Files.writeString(
                folder.resolve("tools/tool"), text.replace("\\n", "\n").replace("\\r", "\r"));
        return path.missing(folder, "tools/tool");
    }
}
