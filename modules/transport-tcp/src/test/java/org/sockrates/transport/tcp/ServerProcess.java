package org.sockrates.transport.tcp;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Family;
import org.sockrates.transport.Observation;
import org.sockrates.transport.ServerCounts;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketNumbers;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.testkit.contract.Serving;
import org.sockrates.transport.text.HostText;

/**
 * An echo server that is a process of its own, so that its memory and its descriptors can be limited and counted: {@code
 * STYLE IDLE_MILLIS}. Says its port, then for every line it reads how many sockets it holds, how many peers it had and
 * what it received; ends when it can read no more. Calls that fail are told on its standard error.
 */
final class ServerProcess {
    private ServerProcess() {}

    public static void main(String[] words) throws Exception {
        ServerSettings settings = ServerSettings.of(
                        new InetSocketAddress(HostText.loopback(Family.AF_INET), 0), new EchoService())
                .withStyle(ServerStyle.valueOf(words[0]))
                .withIdleLimit(Duration.ofMillis(Long.parseLong(words[1])))
                .withBacklog(6_000);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Transport tcp = new TcpTransport()
                .observed(new Observation(new SocketNumbers(), SystemClock.INSTANCE, ServerProcess::failed));
        try (Serving serving = Serving.start(tcp, settings)) {
            System.out.println(serving.address().getPort());
            while (lines.readLine() != null) {
                ServerCounts counts = serving.server().counts();
                System.out.println(counts.openSockets() + " " + counts.peers() + " " + counts.receivedBytes());
            }
        }
    }

    private static void failed(SocketEvent event) {
        if (event.failed()) {
            System.err.println(CallText.of(event));
        }
    }
}
