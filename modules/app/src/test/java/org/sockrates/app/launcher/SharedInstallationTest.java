package org.sockrates.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sockrates.app.process.NeedsWire;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** The launcher where one installs and many use it, on machines that are not as they should be. */
class SharedInstallationTest extends WithClone {
    @Test
    @NeedsWire
    void whoMayNotBuildGetsTheOldOneAndIsToldWhoseTurnItIs() throws Exception {
        clone.sockrates();
        Ended newest = asReader("x");
        assertThat(newest.err()).isEmpty();
        clone.age();
        clone.save(Checkout.SOURCE);
        Ended old = asReader("x");
        assertThat(old.out()).contains("words: x");
        assertThat(old.status()).isZero();
        assertThat(old.err())
                .singleElement()
                .asString()
                .contains("you may not write " + clone.path("modules/app/target/launcher") + " or its lock: this is")
                .contains("the old one; whoever may calls  " + clone.launcher() + " version  (only copied?  touch ")
                .contains("; yours, but built with sudo?");
    }

    @Test
    @NeedsWire
    void whoHasACopyWithoutItsTimesIsToldWhatHelpsAndItDoes() throws Exception {
        clone.sockrates();
        clone.age();
        clone.save(Checkout.SOURCE);
        Matcher told = Pattern.compile(
                        "copied without its times \\(not with cp -a\\).*only copied\\?  touch (.*) ; yours")
                .matcher(asReader("x").err().get(0));
        assertThat(told.find()).isTrue();
        Files.setLastModifiedTime(
                Path.of(told.group(1)), FileTime.from(Instant.now().plusSeconds(1)));
        assertThat(asReader("x").err()).isEmpty();
    }

    @Test
    @NeedsWire
    void whoMayNotBuildAndHasNothingToStartIsToldWhoMay() throws Exception {
        Ended ended = asReader("x");
        assertThat(ended.status()).isEqualTo(5);
        assertThat(ended.err())
                .singleElement()
                .asString()
                .startsWith("build: you may not write " + clone.path("modules/app/target/launcher"))
                .contains("whoever may calls", "chmod -R a+rX");
    }

    @Test
    void aSourceFromATimeToComeIsBuiltOnce() throws Exception {
        Files.setLastModifiedTime(
                clone.path(Checkout.SOURCE), FileTime.from(Instant.now().plus(Duration.ofDays(400))));
        clone.sockrates();
        clone.sockrates();
        assertThat(clone.builds()).isEqualTo(1);
    }

    @Test
    void aLinkFromATimeToComeIsBuiltOnce() throws Exception {
        Path link = Files.createSymbolicLink(clone.path("modules/app/src/main/java/C.java"), Path.of("A.java"));
        String touch = Tools.find("touch").orElseThrow().toString();
        assertThat(new ProcessBuilder(touch, "-h", "-t", "203712312359", link.toString())
                        .start()
                        .waitFor())
                .isZero();
        clone.sockrates();
        clone.sockrates();
        assertThat(clone.builds()).isEqualTo(1);
    }

    @Test
    void aTimeToComeThatOneMayNotChangeIsNoReasonToBuild() throws Exception {
        clone.odd("touch", "case \"$*\" in *A.java*) exit 1 ;; esac");
        Files.setLastModifiedTime(
                clone.path(Checkout.SOURCE), FileTime.from(Instant.now().plus(Duration.ofDays(400))));
        clone.sockrates();
        clone.sockrates();
        assertThat(clone.builds()).isEqualTo(1);
        clone.save("modules/app/src/main/java/B.java");
        clone.sockrates();
        assertThat(clone.builds()).isEqualTo(2);
    }

    @Test
    void aFindOfFewWordsFindsWhatIsNewer() throws Exception {
        clone.odd("find", "case \"$*\" in *-quit*) exit 1 ;; esac");
        clone.sockrates();
        clone.age();
        clone.save(Checkout.SOURCE);
        clone.sockrates();
        assertThat(clone.builds()).isEqualTo(2);
    }

    @Test
    void aJarFromATimeToComeHasItsArchiveMadeOnce() throws Exception {
        clone.sockrates();
        FileTime late = FileTime.from(Instant.now().plus(Duration.ofDays(400)));
        Files.setLastModifiedTime(clone.path("modules/app/target/sockrates.jar"), late);
        clone.sockrates();
        Object made = Files.getAttribute(clone.archive(), "unix:ino");
        clone.sockrates();
        assertThat(clone.archive()).isNotEmptyFile();
        assertThat(Files.getAttribute(clone.archive(), "unix:ino")).isEqualTo(made);
    }

    @Test
    void aCollectorOfOnesOwnIsTaken() throws Exception {
        clone.sockrates();
        clone.variable("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC");
        Ended ended = clone.sockrates("x");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("words: x");
        clone.variable("JAVA_TOOL_OPTIONS", "-Dcolor=\"green\" -XX:+UseParallelGC");
        assertThat(clone.sockrates("y").out()).contains("words: y", "color: green");
    }

    @Test
    void whatOverridesIsTakenAndQuiet() throws Exception {
        clone.sockrates();
        clone.variable("_JAVA_OPTIONS", "-XX:+UseParallelGC -Xlog:gc");
        Ended ended = clone.sockrates("x");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("words: x").anyMatch(line -> line.endsWith("Using Parallel"));
    }

    @Test
    void whatOnlySoundsLikeACollectorIsNone() throws Exception {
        clone.sockrates();
        clone.variable("JAVA_TOOL_OPTIONS", "-XX:+UseGCOverheadLimit -Xlog:gc");
        assertThat(clone.sockrates().out()).anyMatch(line -> line.endsWith("Using Serial"));
    }

    @Test
    void theArchiveIsMadeWithNobodysOptions() throws Exception {
        clone.variable("JAVA_TOOL_OPTIONS", "-Dcolor=\"green\" -XX:+UseZGC");
        assertThat(clone.sockrates().out()).contains("color: green");
        assertThat(clone.path("modules/app/target/launcher/archive.log"))
                .content()
                .doesNotContain("green"); // a JVM tells whose options it takes
    }

    @Test
    void anArchiveThatCouldNotBeMadeIsTriedTheNextDay() throws Exception {
        Path tries = folder.resolve("tries");
        clone.odd("java", "case \"$*\" in *Rehearsal) echo >>" + tries + "; [ ! -e full ] || exit 1 ;; esac");
        Path full = Files.createFile(folder.resolve("full"));
        clone.sockrates();
        clone.sockrates();
        Files.delete(full);
        clone.sockrates();
        assertThat(clone.archive()).isEmptyFile();
        assertThat(tries).hasContent("\n");
        clone.odd("find", "case \"$*\" in *' -ctime +0') echo $1 && exit ;; esac");
        clone.sockrates();
        assertThat(clone.archive()).isNotEmptyFile();
    }

    @Test
    void aJarThatComesDuringTheRehearsalIsAnother() throws Exception {
        clone.without("flock");
        Path jar = clone.path("modules/app/target/sockrates.jar");
        clone.odd("java", "case \"$*\" in *Rehearsal) touch '" + jar + "' ;; esac");
        clone.sockrates();
        assertThat(Files.getLastModifiedTime(clone.archive())).isLessThan(Files.getLastModifiedTime(jar));
    }

    @Test
    void theArchiveOfAnotherJarIsNotUsedWhereNoneCanBeMade() throws Exception {
        clone.sockrates();
        Path jar = clone.path("modules/app/target/sockrates.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(2)));
        Path words = folder.resolve("words");
        clone.odd("java", "echo \"$*\" >>" + words);
        clone.odd("flock", "exit 1");
        clone.sockrates();
        assertThat(words).content().contains("app.Main").doesNotContain("launcher/classes-");
    }

    /** Starts the launcher where the clone cannot be written. */
    private Ended asReader(String word) throws IOException, InterruptedException {
        String mount = Tools.find("mount").orElseThrow().toString();
        Path script = clone.command(
                "reader",
                String.join(
                        "\n",
                        "#!/bin/sh",
                        "exec " + Tools.find("unshare").orElseThrow() + " -rm sh -c '",
                        mount + " --bind \"$1\" \"$1\" && " + mount + " -o remount,bind,ro \"$1\" &&",
                        "shift && exec \"$@\"' sh \"" + clone.path("") + "\" \"" + clone.launcher() + "\" \"$@\"",
                        ""));
        return clone.start(script, word).ended();
    }
}
