package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;

/** Many programs, one after the other. */
class GradePileTest {
    private static final String JAVA = GradeCommandTest.JAVA;
    private static final int LONGEST_PATH = 4095;

    @TempDir
    private Path folder;

    @AutoClose
    private Typing typing;

    @BeforeEach
    void open() throws IOException {
        typing = GradeCommandTest.typing(folder);
    }

    @Test
    void theNameOfASubmissionIsNoPlaceholder() throws IOException {
        Files.createDirectories(folder.resolve("in/{port}"));
        String line = "grade 01 --json --submissions in -- /bin/sh -c \"echo $0\" {submission} {port}";
        assertThat(typing.type(line).ends(1).lines().get(0)).containsPattern("\"said\":\\[\"/[^\"]*/\\{port}\"]");
    }

    /** A path may be long enough for where it lies and not for where it goes. */
    @Test
    void whatCannotBeCopiedIsLeftOutAlone() throws IOException {
        Path pile = Files.createTempDirectory("p");
        try {
            Files.createDirectories(pile.resolve("ann"));
            Files.createDirectories(pile.resolve("cay"));
            Path deep = pile.resolve("bob");
            while (deep.toString().length() + 1 < LONGEST_PATH) {
                deep = deep.resolve(
                        "d".repeat(Math.min(200, LONGEST_PATH - deep.toString().length() - 1)));
            }
            Files.createDirectories(deep);
            Shown shown = typing.type("grade 01 --submissions " + pile + " --csv rows.csv -- ./run {port}");
            assertThat(shown.ends(4).lines()).contains("ann", "bob", "cay");
            assertThat(folder.resolve("rows.csv"))
                    .content()
                    .contains("\nann,", "\ncay,")
                    .doesNotContain("bob");
            assertThat(shown.troubles())
                    .singleElement()
                    .asString()
                    .endsWith("\"bob\": cannot be copied: File name too long");
            assertThat(typing.news()).containsExactly("grade: 2 of 3 graded");
        } finally {
            try (Stream<Path> all = Files.walk(pile)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(each -> assertThat(each.toFile().delete()).isTrue());
            }
        }
    }

    @Test
    void aNameThatIsNoTextCostsThatOneItsRow() throws IOException {
        Files.createDirectories(folder.resolve("in/a\uFFFDb"));
        Files.createDirectories(folder.resolve("in/bob"));
        Shown shown = typing.type("grade 01 --submissions in --csv grades.csv -- /bin/sh -c exit {port}");
        assertThat(shown.ends(4).troubles())
                .singleElement()
                .asString()
                .startsWith("grade: --submissions: \"a")
                .endsWith(
                        "cannot be copied: a name that is no text in the encoding of this locale (expected: one it can"
                                + " tell); rename it, or set LC_ALL to the locale it is of");
        assertThat(typing.news()).containsExactly("grade: 1 of 2 graded");
        assertThat(Files.readAllLines(folder.resolve("grades.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("bob,");
    }

    @Test
    void whatCannotBeStartedHasFailedWhereSomebodyHandedItIn() throws IOException {
        Files.createDirectories(folder.resolve("in/ann"));
        Shown shown = typing.type("grade 01 02 --submissions in -- ./run {port}");
        assertThat(shown.ends(1).lines())
                .startsWith("ann")
                .contains("      ./run {port}: cannot be started: no such program")
                .contains("      + program: cannot be started: no such program")
                .endsWith("ann        0 of 4       0 of 2");
    }

    @Test
    void whatThisMachineCouldNotTryHasNoPointsToLose() throws IOException {
        Files.createDirectories(folder.resolve("in/ann"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String line = "grade 01 --submissions in --csv rows.csv --port " + taken.getLocalPort() + " -- " + JAVA;
            assertThat(typing.type(line + "echo {host} 1").ends(4).lines())
                    .endsWith("ann        n/a of 3       0 of 1");
        }
        assertThat(Files.readString(folder.resolve("rows.csv"))).contains("\nann,01-server.lab,not_started,,3,");
    }

    @Test
    void whatThisMachineCouldNotTryHasNoPointsForAProgramThatReadsThem() throws IOException {
        Files.createDirectories(folder.resolve("in/ann"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String line = "grade 01 --json --submissions in --port " + taken.getLocalPort() + " -- " + JAVA;
            assertThat(typing.type(line + "echo {host} 1").ends(4).jsonList().get(0))
                    .containsEntry("points", null)
                    .containsEntry("of", 3);
        }
    }

    /** The words become longer than the system lets them be. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whyAProgramCannotBeStartedIsToldInTheSystemsWordsAlone() throws IOException {
        Files.createDirectories(folder.resolve("in/ann"));
        String line = "grade 01 --submissions in --csv rows.csv -- /bin/sh " + "{submission}".repeat(5000) + " {port}";
        assertThat(typing.type(line).lines()).contains("      Argument list too long");
        assertThat(Files.readAllLines(folder.resolve("rows.csv")))
                .hasSize(2)
                .last(InstanceOfAssertFactories.STRING)
                .endsWith(",Argument list too long");
    }

    @Test
    void everySubmissionIsGradedInItsFolder() throws IOException {
        for (String name : List.of("eve", "ann", ".hidden", "__MACOSX", "=cmd|x")) {
            Files.createDirectories(folder.resolve("in").resolve(name));
        }
        Files.writeString(folder.resolve("in/ann/what"), "echo");
        Files.writeString(folder.resolve("in/eve/what"), "leave");
        Files.writeString(folder.resolve("in/=cmd|x/what"), "echo");
        String each = "/bin/sh -c 'exec " + JAVA.replace("\"", "") + "$(cat what) {host} {port}'";

        Shown shown = typing.type("grade 01 --submissions in --csv grades.csv -- " + each.replace("'", "\""));

        assertThat(shown.ends(1).lines())
                .endsWith(
                        "submission points  labs passed",
                        "=cmd|x     3 of 3       1 of 1",
                        "ann        3 of 3       1 of 1",
                        "eve        0 of 3       0 of 1");
        assertThat(Files.readAllLines(folder.resolve("grades.csv")))
                .hasSize(4)
                .contains("submission,lab,verdict,points,of,passed_steps,steps,seconds,reason")
                .anyMatch(row -> row.startsWith("eve,01-server.lab,failed,0,3,0,2,"))
                .anyMatch(row -> row.startsWith("eve,") && row.contains("ended with status 3"))
                .anyMatch(row -> row.startsWith("ann,01-server.lab,passed,3,3,2,2,"))
                .noneMatch(row -> row.startsWith("="));
    }

    @Test
    void noSubmissionFindsAnotherOrSpoilsIt() throws IOException {
        for (String name : List.of("ann", "bob", "eve")) {
            Files.createDirectories(folder.resolve("in").resolve(name));
            Files.writeString(
                    folder.resolve("in").resolve(name).resolve("what"), name.equals("eve") ? "leave" : "echo");
        }
        String in = folder.resolve("in").toString();
        String spoils = "what=$(cat what); ls -d ../*/ {submission} >>" + folder.resolve("seen")
                + "; for each in ../*/what " + in + "/*/what; do echo leave >$each; done; exec "
                + JAVA.replace("\"", "") + "$what {host} {port}";

        Shown shown = typing.type("grade 01 --submissions in -- /bin/sh -c '" + spoils + "'");

        assertThat(shown.ends(1).lines())
                .endsWith(
                        "submission points  labs passed",
                        "ann        3 of 3       1 of 1",
                        "bob        3 of 3       1 of 1",
                        "eve        0 of 3       0 of 1");
        assertThat(folder.resolve("in/bob/what")).hasContent("leave");
        List<String> seen = Files.readAllLines(folder.resolve("seen"));
        assertThat(seen).filteredOn(line -> line.startsWith("../")).containsExactly("../ann/", "../bob/", "../eve/");
        assertThat(seen)
                .filteredOn(line -> line.startsWith("/"))
                .hasSize(3)
                .noneMatch(line -> line.startsWith(in))
                .noneMatch(line -> Files.exists(Path.of(line)));
    }

    @Test
    void whatWasGradedIsWrittenWhenTheNextBegins() throws IOException {
        Files.createDirectories(folder.resolve("in/ann"));
        Files.createDirectories(folder.resolve("in/bob"));
        String looks = "/bin/sh -c \"tail -n 1 " + folder.resolve("grades.csv") + "; exit 3\" ";
        String line = "grade 01 --json --submissions in --csv grades.csv -- " + looks + "{port}";
        assertThat(typing.type(line).ends(1).lines().get(0))
                .containsPattern("\"submission\":\"bob\".*\"said\":\\[\"ann,01-server.lab,failed,0,3,");
    }

    @Test
    void aProgramIsToldWhoseResultItIs() throws IOException {
        Files.createDirectories(folder.resolve("in/ann"));
        List<Map<String, Object>> pages = typing.type(
                        "grade 01 --json --submissions in -- " + JAVA + "leave {host} {port} {submission}")
                .ends(1)
                .jsonList();
        assertThat(pages.get(0))
                .containsEntry("submission", "ann")
                .containsEntry("points", 0)
                .containsEntry("of", 3);
        assertThat(JSON.std.asString(pages.get(0).get("labs")))
                .contains("\"verdict\":\"failed\"", "\"said\":[\"no time \\\\x1b[2J today\"]");
    }
}
