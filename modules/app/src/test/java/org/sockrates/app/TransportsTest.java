package org.sockrates.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                .hasMessageContaining("(expected: a Transport with a public constructor");
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
    public static final class SecondTcp implements Transport {
        private final Transport first = new TcpTransport();

        @Override
        public String name() {
            return first.name();
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
