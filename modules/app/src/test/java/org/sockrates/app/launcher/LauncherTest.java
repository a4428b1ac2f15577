package org.sockrates.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;

/** The launcher, in a clone of its own with a Maven of its own. */
class LauncherTest extends WithClone {
    @Test
    void theFirstCallBuildsAndTheNextDoesNot() throws Exception {
        Ended first = clone.sockrates("a", "b c", "*");
        assertThat(first.err()).singleElement().asString().startsWith("building Sockrates; its log: ");
        assertThat(first.out()).contains("words: a|b c|*");
        assertThat(first.status()).isZero();
        assertThat(clone.sockrates().status()).isZero();
        assertThat(clone.builds()).isEqualTo(1);
    }

    @Test
    void aNewerSourceIsBuilt() throws Exception {
        clone.sockrates();
        clone.age();
        clone.save(Checkout.SOURCE);
        clone.sockrates();
        assertThat(clone.builds()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300})
    void aJarThatHasNoEndIsBuiltAnew(int bytes) throws Exception {
        clone.sockrates();
        Path jar = clone.path("modules/app/target/sockrates.jar");
        Files.write(jar, Arrays.copyOf(Files.readAllBytes(jar), bytes));
        assertThat(clone.sockrates("a").out()).contains("words: a");
        assertThat(clone.builds()).isEqualTo(2);
    }

    @Test
    void aSourceThatVanishedIsBuiltAway() throws Exception {
        clone.sockrates();
        clone.age();
        Files.delete(clone.path(Checkout.SOURCE));
        clone.sockrates();
        assertThat(clone.builds()).isEqualTo(2);
    }

    @Test
    void whatIsSavedDuringABuildIsBuiltNextTime() throws Exception {
        clone.save("hold-maven");
        Started first = clone.start(clone.launcher());
        await().until(() -> clone.builds() == 1);
        clone.save(Checkout.SOURCE);
        Files.delete(clone.path("hold-maven"));
        assertThat(first.ended().status()).isZero();
        clone.sockrates();
        assertThat(clone.builds()).isEqualTo(2);
    }

    @Test
    void twoCallersBuildOnce() throws Exception {
        clone.save("hold-maven");
        Started one = clone.start(clone.launcher(), "one");
        await().until(() -> clone.builds() == 1);
        Started two = clone.start(clone.launcher(), "two");
        await().atMost(Duration.ofSeconds(20)).until(() -> waitsForALock(two.process()));
        Files.delete(clone.path("hold-maven"));
        assertThat(one.ended().out()).contains("words: one");
        assertThat(two.ended().out()).contains("words: two");
        assertThat(clone.builds()).isEqualTo(1);
    }

    @Test
    void aJarThatIsBeingWrittenIsNotStarted() throws Exception {
        clone.save("hold-writing");
        Started one = clone.start(clone.launcher(), "one");
        await().until(() -> Files.exists(clone.path("modules/app/target/quick/sockrates.jar")));
        Started two = clone.start(clone.launcher(), "two");
        await().atMost(Duration.ofSeconds(20)).until(() -> waitsForALock(two.process()));
        Files.delete(clone.path("hold-writing"));
        assertThat(one.ended().out()).contains("words: one");
        assertThat(two.ended().out()).contains("words: two");
    }

    @Test
    void aFailedBuildShowsItsErrorsAndWhereTheRestIs() throws Exception {
        clone.save("break-maven");
        Ended ended = clone.sockrates();
        assertThat(ended.status()).isEqualTo(5);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).hasSize(4).element(1).isEqualTo("[ERROR] A.java:[1,2] is not Java");
        assertThat(ended.err()).last().asString().startsWith("build: failed").endsWith("launcher/build.log");
    }

    @Test
    void withoutJavaItSaysWhatItNeeds() throws Exception {
        clone.without("java");
        assertThat(oneLine()).startsWith("java: none (expected: a JDK 17 or newer)");
    }

    @Test
    void aJavaTooOldIsNamedWithItsVersion() throws Exception {
        clone.command("java", """
                #!/bin/sh
                echo '    java.specification.version = 1.8' >&2
                echo '    java.runtime.version = 1.8.0_412-b08' >&2
                """);
        assertThat(oneLine()).startsWith("java: ").contains("bin/java is version 1.8.0_412-b08 (expected: a JDK 17");
    }

    @Test
    void aJavaThatDoesNotStartSaysWhyItself() throws Exception {
        clone.command("java", """
                #!/bin/sh
                echo 'Error occurred during initialization of VM'
                echo 'Could not allocate compressed class space: 1073741824 bytes'
                exit 1
                """);
        assertThat(oneLine())
                .endsWith("bin/java does not start: Could not allocate compressed class space: 1073741824 bytes"
                        + " (expected: a JDK 17 or newer)");
    }

    /** With the collector it is started with, which needs less than the usual one. */
    @Test
    void javaIsAskedAsItIsStarted() throws Exception {
        clone.odd("java", "case \"$*\" in *-version) case \"$*\" in *+UseSerialGC*) ;; *) exit 1 ;; esac ;; esac");
        clone.variable("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC");
        assertThat(clone.sockrates().status()).isZero();
    }

    /** No JVM has two compilers in one thread. */
    @Test
    void whoWantsAnotherCompilerHasIt() throws Exception {
        for (String theirs : List.of("-XX:TieredStopAtLevel=4", "-XX:CompilationMode=high-only", "-Xint")) {
            clone.variable("JDK_JAVA_OPTIONS", theirs);
            assertThat(clone.sockrates("version").status()).as(theirs).isZero();
        }
        clone.variable("JDK_JAVA_OPTIONS", "");
        clone.variable("_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4 -Dcolor=\"dark green\"");
        assertThat(clone.sockrates("version").status())
                .as("left in the environment")
                .isZero();
    }

    @Test
    void aJavaHomeThatLeadsNowhereFallsBackToThePath() throws Exception {
        clone.variable("JAVA_HOME", folder.resolve("nowhere").toString());
        assertThat(clone.sockrates().status()).isZero();
        clone.without("java");
        assertThat(oneLine()).startsWith("java: no " + folder.resolve("nowhere/bin/java") + " (expected");
    }

    /** Both are older than what the launcher knows of the first. */
    @Test
    void anotherJavaBehindTheSamePathIsAskedAnew() throws Exception {
        Path home = folder.resolve("jdk");
        Files.createSymbolicLink(home, Path.of(System.getProperty("java.home")));
        clone.variable("JAVA_HOME", home.toString());
        assertThat(clone.sockrates().status()).isZero();
        Path old = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        Files.writeString(old, "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        Files.setLastModifiedTime(old, FileTime.fromMillis(0));
        Files.delete(home);
        Files.createSymbolicLink(home, folder.resolve("old"));
        clone.without("java");
        assertThat(oneLine()).startsWith("java: " + home.resolve("bin/java") + " is version ");
    }

    @Test
    void javaHomeIsPreferred() throws Exception {
        clone.variable("JAVA_HOME", System.getProperty("java.home"));
        clone.command("java", "#!/bin/sh\nexit 1\n");
        assertThat(clone.sockrates().out()).contains("java: " + System.getProperty("java.home"));
    }

    @Test
    void withoutMavenItSaysSoOnlyWhenThereIsSomethingToBuild() throws Exception {
        clone.sockrates();
        clone.without("mvn");
        assertThat(clone.sockrates().status()).isZero();
        clone.age();
        clone.save(Checkout.SOURCE);
        assertThat(oneLine()).startsWith("mvn: not found (expected: Maven 3.8.7 or newer");
    }

    @Test
    void aDamagedArchiveIsNotMentioned() throws Exception {
        clone.sockrates();
        Path archive = clone.archive();
        assertThat(archive).isNotEmptyFile();
        Files.delete(archive);
        Files.writeString(archive, "this is no archive");
        Ended ended = clone.sockrates("x");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).first().isEqualTo("words: x");
    }

    @Test
    void javasOwnVariablesWorkQuietly() throws Exception {
        clone.sockrates();
        clone.variable("JAVA_TOOL_OPTIONS", "-Dcolor=green -Dstar=*");
        Ended ended = clone.sockrates();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("color: green");
    }

    @Test
    void whatIsNotOnTheClassPathIsNamed() throws Exception {
        Path there = Files.createDirectory(folder.resolve("classes"));
        clone.sockrates();
        clone.variable("SOCKRATES_CLASSPATH", there + "::" + there + "/*:" + folder.resolve("gone.jar"));
        Ended ended = clone.sockrates("x");
        assertThat(ended.err())
                .containsExactly("sockrates: SOCKRATES_CLASSPATH: " + folder.resolve("gone.jar") + ": not found");
        assertThat(ended.out()).contains("words: x");
    }

    private String oneLine() throws IOException, InterruptedException {
        Ended ended = clone.sockrates();
        assertThat(ended.status()).isEqualTo(5);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).hasSize(1);
        return ended.err().get(0);
    }

    private static boolean waitsForALock(Process process) {
        return process.children()
                .anyMatch(child -> child.info().command().orElse("").endsWith("flock"));
    }
}
