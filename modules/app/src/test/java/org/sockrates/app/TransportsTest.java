package org.sockrates.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Family;
import org.sockrates.transport.Observation;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.tcp.TcpTransport;

class TransportsTest {
    @TempDir
    private Path folder;

    @Test
    void theSystemsOwnComeFirstThenWhatIsBuiltOnDatagrams() {
        assertThat(Transports.found())
                .extracting(Transport::name)
                .containsExactly("tcp", "udp", "rdt-sw", "rdt-gbn", "rdt-sr");
    }

    @Test
    void oneThatIsNotThereIsNamed() throws IOException {
        assertThatThrownBy(() -> foundWith("org.example.Missing"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("transport: ")
                .hasMessageContaining("org.example.Missing")
                .hasMessageContaining("(expected: a Transport whose public constructor");
    }

    @Test
    void oneThatIsNoTransportIsNamed() throws IOException {
        assertThatThrownBy(() -> foundWith("org.sockrates.app.TransportsTest"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("org.sockrates.app.TransportsTest");
    }

    @Test
    void twoOfOneNameAreRefused() throws IOException {
        assertThatThrownBy(() -> foundWith(TransportsTest.class.getName() + "$SecondTcp"))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("\"tcp\"", "TcpTransport", "SecondTcp");
    }

    @Test
    void oneThatThrowsSaysWhat() {
        assertThatThrownBy(() -> foundWith(TransportsTest.class.getName() + "$Throws"))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("Throws", "java.lang.IllegalStateException: no \\x1b[2J today");
    }

    @Test
    void oneThatIsNoClassIsNamed() throws IOException {
        Files.writeString(folder.resolve("Broken.class"), "no class");
        assertThatThrownBy(() -> foundWith("Broken"))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("ClassFormatError", "Broken", "SOCKRATES_CLASSPATH");
    }

    @Test
    void oneForANewerJavaSaysHowToCompileIt() throws IOException {
        Files.write(folder.resolve("Newer.class"), HexFormat.of().parseHex("cafebabe000000ff"));
        assertThatThrownBy(() -> foundWith("Newer"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Newer")
                .hasMessageEndingWith(" (expected: classes for Java 17); compile them with --release 17");
    }

    @Test
    void aNameThatNobodyCanTypeIsRefused() {
        assertThatThrownBy(() -> foundWith(TransportsTest.class.getName() + "$MyXor"))
                .isInstanceOf(UsageException.class)
                .hasMessage("transport: \"My Xor\" is the name of org.sockrates.app.TransportsTest$MyXor"
                        + " (expected: lower-case letters, digits and hyphens)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$Nameless", "$Without"})
    void oneWithoutANameOrTraitsIsNamed(String name) {
        assertThatThrownBy(() -> foundWith(TransportsTest.class.getName() + name))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "transport: " + TransportsTest.class.getName() + name
                                + ": null (expected: a name, and traits); mend its jar, or leave it out of SOCKRATES_CLASSPATH");
    }

    private void foundWith(String provider) throws IOException {
        Path service = folder.resolve("META-INF/services/" + Transport.class.getName());
        Files.createDirectories(service.getParent());
        Files.writeString(service, provider);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Transports.found(loader);
        }
    }

    /** A student's class that took a name that is taken. */
    public static final class SecondTcp extends Named {
        public SecondTcp() {
            super("tcp");
        }
    }

    /** One whose name is no word. */
    public static final class MyXor extends Named {
        public MyXor() {
            super("My Xor");
        }
    }

    /** One that cannot be made. */
    public static final class Throws extends Named {
        public Throws() {
            super("throws");
            throw new IllegalStateException("no \u001b[2J today");
        }
    }

    /** One that has no name yet. */
    @NullUnmarked
    public static final class Nameless extends Named {
        public Nameless() {
            super(null);
        }
    }

    /** One that makes no promise yet. */
    @NullUnmarked
    public static final class Without extends Named {
        public Without() {
            super("without");
        }

        @Override
        public Traits traits() {
            return null;
        }
    }

    private abstract static class Named implements Transport {
        private final Transport first = new TcpTransport();
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Traits traits() {
            return first.traits();
        }

        @Override
        public TransportSocket open(Family family) throws IOException {
            return first.open(family);
        }

        @Override
        public Server server(ServerSettings settings) {
            return first.server(settings);
        }

        @Override
        public Client client(ClientSettings settings) {
            return first.client(settings);
        }

        @Override
        public Transport observed(Observation observation) {
            return first.observed(observation);
        }
    }
}
