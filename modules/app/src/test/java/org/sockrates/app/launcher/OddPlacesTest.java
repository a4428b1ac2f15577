package org.sockrates.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** The launcher wherever it lies and whoever calls it: through links, in folders with odd names, in any locale. */
class OddPlacesTest extends WithClone {
    @Test
    void worksThroughLinksAndFromAnyFolder() throws Exception {
        Path relative = Files.createSymbolicLink(folder.resolve("one"), Path.of("a clone/scripts/sockrates"));
        Path absolute = Files.createSymbolicLink(folder.resolve("two"), relative.toAbsolutePath());
        assertThat(clone.start(relative, "x").ended().out()).contains("words: x");
        assertThat(clone.start(absolute, "y").ended().out()).contains("words: y");
    }

    @Test
    void aFolderOfItsNameElsewhereIsNotItsOwn() throws Exception {
        Files.createDirectories(folder.resolve("elsewhere/a clone/scripts"));
        clone.variable("CDPATH", folder.resolve("elsewhere").toString());
        assertThat(clone.start(Path.of("a clone/scripts/sockrates"), "x")
                        .ended()
                        .out())
                .contains("words: x");
    }

    @Test
    void aFolderThatMayNotBeSearchedIsNoHindrance() throws Exception {
        clone.sockrates();
        String chmod = tool("chmod");
        Path script = clone.command("shut", """
                #!/bin/sh
                mkdir shut && cd shut && %1$s 0 "$PWD"
                [ ! -x . ] && "$@"
                %1$s 700 "$PWD"
                """.formatted(chmod));
        Path start = System.getProperty("user.name").equals("root")
                ? clone.command(
                        "weak",
                        "#!/bin/sh\nexec " + tool("setpriv") + " --bounding-set -dac_override,-dac_read_search '"
                                + script + "' \"$@\"\n")
                : script;
        Ended ended = clone.start(start, clone.launcher().toString(), "x").ended();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("words: x");
    }

    private static String tool(String name) {
        return Tools.find(name).orElseThrow().toString();
    }

    @ParameterizedTest
    @CsvSource({"a:clone, colon", "a clone!, ends in '!'", "\uD83D\uDE00, beyond U+FFFF"})
    void aFolderThatJavaCannotReadIsRefused(String name, String why) throws Exception {
        Files.move(folder.resolve("a clone"), folder.resolve(name));
        Ended ended = clone.start(Path.of(name, "scripts/sockrates")).ended();
        assertThat(ended.status()).isEqualTo(5);
        assertThat(ended.err()).singleElement().asString().contains(name + ": Java ", why, "move it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a!clone", "gr\u00FCn \u20AC"})
    void aFolderThatJavaCanReadIsNot(String name) throws Exception {
        Files.move(folder.resolve("a clone"), folder.resolve(name));
        Ended ended = clone.start(Path.of(name, "scripts/sockrates"), "x").ended();
        assertThat(ended.out()).as("%s", ended).contains("words: x");
    }

    @ParameterizedTest
    @CsvSource({"dumb, false", "xterm, true"})
    void whatCannotWriteOverALineIsGivenOnePlainOne(String terminal, boolean over) throws Exception {
        assumeThat(Tools.find("script")).as("util-linux").isPresent();
        Path typed = clone.command(
                "typed", "#!/bin/sh\nexec " + tool("script") + " -qec \"'" + clone.launcher() + "' x\" /dev/null\n");
        clone.variable("TERM", terminal);
        clone.variable("SHELL", "/bin/sh");
        List<String> seen = clone.start(typed).ended().out();
        assertThat(seen).anyMatch(line -> line.endsWith("words: x"));
        assertThat(seen.stream().anyMatch(line -> line.contains("\033[K"))).isEqualTo(over);
        assertThat(seen.get(0).startsWith("building Sockrates; its log: ")).isEqualTo(!over);
    }

    /** So that no figure in it, nor in a program it grades, has the comma of who grades; and every file can be named. */
    @Test
    void everybodysLettersAreTheSameUnlessTheyAreOfAnotherSet() throws Exception {
        assertThat(where("ISO-8859-15", "", "")).contains("letters: null|C.UTF-8", "drawn: C");
        assertThat(where("ISO-8859-15", "", "POSIX")).contains("letters: null|C.UTF-8", "drawn: POSIX");
        assertThat(where("UTF-8", "de_DE.UTF-8", "C")).contains("drawn: de_DE.UTF-8");
        if (Files.exists(Path.of("/usr/lib/locale/C.utf8"))) {
            assertThat(where("UTF-8", "de_DE.UTF-8", "C")).contains("letters: null|C.UTF-8");
            assertThat(where("UTF-8", "", "sr_RS.utf8@x")).contains("letters: null|C.UTF-8");
        }
        assertThat(where("ISO-8859-15", "de_DE@euro", "C")).contains("letters: null|de_DE@euro", "drawn: de_DE@euro");
        assertThat(where("ANSI_X3.4-1968", "de_DE@euro", "C")).contains("letters: null|C.UTF-8"); // not installed
    }

    /** What it shows in a locale, and a system, whose letters are those of a set. */
    private List<String> where(String letters, String all, String lang) throws IOException, InterruptedException {
        clone.command("locale", "#!/bin/sh\necho " + letters + "\n");
        clone.variable("LC_ALL", all);
        clone.variable("LANG", lang);
        return clone.sockrates().out();
    }
}
