package org.sockrates.shell.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
                "#!/bin/\0sh\\n|its first line names \"/bin/\": a folder",
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
                "#!/bin/sh\0x\\n",
            })
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatMayBeReadIsStarted(String text) throws IOException {
        assertThat(script(text)).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whoReadsAScriptIsLookedForAsTheSystemWritesPaths() throws Exception {
        Charset system = Charset.forName(System.getProperty("sun.jnu.encoding"));
        String umlaut = "m\u00fcller";
        assumeTrue(system.newEncoder().canEncode(umlaut), "no path has an umlaut where the locale is C");
        Path there = Files.createDirectories(folder.resolve(umlaut)).resolve("sh");
        Files.createSymbolicLink(there, Path.of("/bin/sh"));
        Files.write(folder.resolve("tools/tool"), ("#!" + there + "\n").getBytes(system));
        assertThat(path.missing(folder, "tools/tool")).isEmpty();
        Files.delete(there);
        assertThat(path.missing(folder, "tools/tool").orElseThrow()).endsWith("\": no such program");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void ofAReaderWhoseNameIsNoTextNothingIsSaidButThatItsLinesEndAsOnWindows() throws IOException {
        byte[] line = "#!/bin/?\n".getBytes(StandardCharsets.US_ASCII);
        line[7] = (byte) 0xff;
        Files.write(folder.resolve("tools/tool"), line);
        assertThat(path.missing(folder, "tools/tool")).isEmpty();
        byte[] windows = "#!/bin/?\r\n".getBytes(StandardCharsets.US_ASCII);
        windows[7] = (byte) 0xff;
        Files.write(folder.resolve("tools/tool"), windows);
        assertThat(path.missing(folder, "tools/tool").orElseThrow()).contains("end as on Windows");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeIsNoProgramAndIsNotOpened() throws Exception {
        Path pipe = folder.resolve("tools/pipe");
        assertThat(new ProcessBuilder("mkfifo", "-m", "755", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(path.missing(folder, "tools/pipe")).hasValue("no plain file");
        assertThat(path.missing(folder, "pipe")).hasValue("no such program");
        assertThat(script("#!tools/pipe\\n")).hasValue("its first line names \"tools/pipe\": no plain file");
    }

    private Optional<String> script(String text) throws IOException {
        Files.writeString(
                folder.resolve("tools/tool"), text.replace("\\n", "\n").replace("\\r", "\r"));
        return path.missing(folder, "tools/tool");
    }
}
