package org.sockrates.shell.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.WithFolder;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.Origin;

class CompiledSourceTest extends WithFolder {
    private static final String HOPEFUL = """
            import java.nio.ByteBuffer;
            import org.sockrates.transport.rdt.*;
            public final class Hopeful implements ProtocolEnd {
                private final Hope hope;
                public Hopeful(ProtocolSettings settings, Outside outside) { hope = new Hope(outside); }
                public boolean hasRoom() { return true; }
                public void send(ByteBuffer message, long now) { hope.outside().transmit(message); }
                public void arrived(ByteBuffer packet, long now) { hope.outside().deliver(packet); }
                public void timeout(long now) {}
                public boolean allAcknowledged() { return true; }
            }
            """;

    @BeforeEach
    void set() throws IOException {
        Files.writeString(folder.resolve("Hopeful.java"), HOPEFUL);
        beside("record Hope(org.sockrates.transport.rdt.Outside outside) {}");
    }

    private void beside(String source) throws IOException {
        Files.writeString(folder.resolve("Hope.java"), source);
    }

    @Test
    void isHuntedWithWhatLiesBesideItAndNothingIsWritten() throws IOException {
        assertThat(typing.type("rdt check Hopeful.java --seeds 9").ends(1).first())
                .startsWith("rdt check: Hopeful: seed ");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("Hopeful.java", "Hope.java");
    }

    @Test
    void itsEndsShareNoMemory() throws IOException {
        Files.writeString(folder.resolve("Telepath.java"), """
                import java.nio.ByteBuffer;
                import java.util.*;
                import org.sockrates.transport.rdt.*;
                public final class Telepath implements ProtocolEnd {
                    private static final List<Deque<byte[]>> MAIL = List.of(new ArrayDeque<>(), new ArrayDeque<>());
                    private static int ends;
                    private final Deque<byte[]> mine = MAIL.get(ends++ % 2), theirs = MAIL.get(ends % 2);
                    private final Outside outside;
                    public Telepath(ProtocolSettings settings, Outside outside) {
                        this.outside = outside;
                        mine.clear();
                    }
                    public boolean hasRoom() { return theirs.isEmpty(); }
                    public boolean allAcknowledged() { return theirs.isEmpty(); }
                    public void send(ByteBuffer message, long now) {
                        byte[] bytes = new byte[message.remaining()];
                        message.duplicate().get(bytes);
                        theirs.add(bytes);
                        timeout(now);
                    }
                    public void timeout(long now) {
                        outside.transmit(ByteBuffer.allocate(1));
                        outside.wakeAt(theirs.isEmpty() ? Line.NEVER : now + 100_000_000);
                    }
                    public void arrived(ByteBuffer packet, long now) {
                        while (!mine.isEmpty() && outside.room() > 0) outside.deliver(ByteBuffer.wrap(mine.remove()));
                    }
                }
                """);
        assertThat(typing.type("rdt check Telepath.java --schedule \"client sends 1\"")
                        .ends(1)
                        .first())
                .startsWith("rdt check: Telepath: broken: Once the line is good again, everything sent");
    }

    @Test
    void itIsWhatIsLoadedThoughSomethingElseHasItsName() throws IOException, ClassNotFoundException {
        Path file = Files.writeString(folder.resolve("Test.java"), "package org.junit.jupiter.api; class Test {}");
        try (ApartLoader loader = CompiledSource.alone(file).loader()) {
            assertThat(loader.loadClass("org.junit.jupiter.api.Test")).isNotSameAs(Test.class);
        }
    }

    @Test
    void itsOwnClassesAreNotCalledAsOurs() throws IOException {
        Path file = Files.writeString(
                folder.resolve("Mine.java"),
                "package org.sockrates.transport.rdt; class Mine { Protocol own; } enum Protocol { GO_BACK_N }");
        assertThat(CompiledSource.alone(file).foreignName()).hasValue("org.sockrates.transport.rdt.Mine");
    }

    @Test
    void oneThatHaltsIsNotHunted() throws IOException {
        Files.writeString(
                folder.resolve("Hopeful.java"),
                HOPEFUL.replace("hope.outside().deliver(packet);", "Runtime.getRuntime().halt(0);"));
        typing.type("rdt check Hopeful.java").fails("Hopeful.java: calls halt (expected: it returns)", 3);
    }

    @Test
    void aloneItKnowsNothingOfWhatLiesBesideIt() {
        assertThatThrownBy(() -> CompiledSource.alone(folder.resolve("Hopeful.java")))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("Hopeful.java:4: cannot find symbol; symbol:   class Hope");
    }

    @Test
    void saysWhereItIsNoJava() throws IOException {
        beside("record Hope(Inside outside) {\n\n  int }");
        assertThat(typing.type("rdt check Hopeful.java")
                        .ends(3)
                        .troubles()
                        .get(0)
                        .lines())
                .startsWith("Hope.java:3: <identifier> expected")
                .endsWith("Hope.java:1: cannot find symbol; symbol:   class Inside; location: class Hope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hope.outside().deliver(packet)                         | ",
                "System.out.println(new long[0][0] + \" \" + packet)     | ",
                "new Thread(() -> hope.outside().room()).start()        | java.lang.Thread",
                "Runtime.getRuntime().halt(0)                           | java.lang.Runtime",
                "System.exit(0)                                         | java.lang.System.exit",
                "java.nio.file.Path.of(\"\")                             | java.nio.file.Path",
                "new java.io.FileOutputStream(java.io.FileDescriptor.out) | java.io.FileDescriptor",
                "Class.forName(\"X\").getMethod(\"x\").invoke(null)     | java.lang.Class.forName",
                "java.lang.invoke.MethodHandles.publicLookup()          | java.lang.invoke.MethodHandles.publicLookup",
                "new java.io.PrintWriter(\"x\").close()                  | java.io.PrintWriter",
                "new java.io.PrintStream(\"x\").close()                  | java.io.PrintStream.<init>",
                "new java.util.Timer()                                  | java.util.Timer",
                "Class.forName(\"X\")                                    | java.lang.Class.forName",
                "System.getProperties().clear()                         | java.lang.System.getProperties",
                "new java.util.concurrent.ForkJoinPool()                | java.util.concurrent.ForkJoinPool",
                "java.util.concurrent.ThreadLocalRandom.current()       | ",
                "java.util.SimpleTimeZone.setDefault(null)              | java.util.SimpleTimeZone",
                "class Own extends java.util.SimpleTimeZone { Own() { super(0, \"\"); } }; Own.setDefault(null) | java.util.TimeZone",
                "java.util.Locale.setDefault(java.util.Locale.ROOT)     | java.util.Locale.setDefault",
                "String.format(java.util.Locale.ROOT, \"%d\", 1)          | ",
                "\"a\".concat(\"b\").intern()                            | java.lang.String.intern",
                "java.util.Map<Object, Object> all = java.security.MessageDigest.getInstance(\"MD5\").getProvider()"
                        + " | java.security.Provider",
                "java.time.Instant.EPOCH.plus(java.time.Duration.ZERO).isAfter(null) | ",
                "java.time.LocalDate.EPOCH.isBefore(java.time.LocalDate.MAX) | ",
                "throw new java.io.EOFException()                       | ",
                "System.setOut(null)                                    | java.lang.System.setOut",
                "throw new IllegalStateException(String.format(\"%d\", 1))  | ",
                "enum E {A, B}; switch (E.valueOf(\"A\")) { case A -> {} default -> {} } | ",
                "record R(int a) {}; new R(1).equals(new java.util.ArrayDeque<>(java.util.List.of(1))) | ",
                "Protocol.GO_BACK_N.end(null, hope.outside())           | org.sockrates.transport.rdt.Protocol",
                "org.sockrates.transport.Errno.valueOf(\"EIO\").name()   | org.sockrates.transport.Errno",
            })
    void tellsWhatItNamesThatAProtocolHasNoBusinessWith(String call, String named) throws IOException {
        String body = "try { " + call + "; } catch (Exception none) {}";
        Path file = folder.resolve("Hopeful.java");
        Files.writeString(file, HOPEFUL.replace("hope.outside().deliver(packet);", body));
        assertThat(CompiledSource.of(file).foreignName()).isEqualTo(Optional.ofNullable(named));
    }

    @Test
    void whatTheCompilerGivesUpOnIsNamedInALine() throws IOException {
        String deep = "int x = 1, y = x" + " + x".repeat(50_000) + ";";
        Files.writeString(
                folder.resolve("Hopeful.java"), HOPEFUL.replace("private final Hope", deep + " private final Hope"));
        typing.type("rdt check Hopeful.java")
                .fails(
                        "Hopeful.java: the compiler gives up: java.lang.StackOverflowError"
                                + " (expected: shorter expressions, smaller constants)",
                        3);
    }

    @Test
    void saysThatItHasNoClassOfItsName() throws IOException {
        Files.writeString(folder.resolve("Other.java"), "class Another {}");
        assertThat(typing.type("rdt check Other.java").ends(3).troubles())
                .containsExactly("Other.java: no class Other in it (expected: one, called as the file is)");
    }

    @Test
    void isNotCompiledForALabNorBesideAClasspath() {
        typing.type("rdt check Hopeful.java", Origin.LAB)
                .refuses("rdt check: \"Hopeful.java\" (expected: a protocol: a lab starts no program of its own)");
        typing.type("rdt check Hopeful.java --classpath .")
                .refuses("rdt check: --classpath: with a source file (expected: a class in there)");
        assertThat(typing.type("rdt check Missing.java").ends(3).troubles().get(0))
                .startsWith("rdt check: \"Missing.java\": no such file");
    }
}
