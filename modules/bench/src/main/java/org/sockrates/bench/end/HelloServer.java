package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.service.ReplyService;
import org.sockrates.transport.tcp.TcpTransport;

/**
 * Our server role, answering hello. It serves at two ports, one to warm up and one to be measured at, since the first
 * port's connections stay in TIME-WAIT and keep the clients' ports (RFC 9293 §3.6.1).
 */
final class HelloServer implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        ServerStyle style = ServerStyle.valueOf(words.text("style").toUpperCase(Locale.ROOT));
        ReplyService hello = new ReplyService(Hello.REPLY.getBytes(StandardCharsets.US_ASCII));
        ServerSettings settings = ServerSettings.of(Wires.ANY_PORT, hello).withStyle(style);
        try (Server first = new TcpTransport().server(settings.withBacklog(128));
                Server second = new TcpTransport().server(settings.withBacklog(128))) {
            End.reachable(first.open().getPort(), second.open().getPort());
            Thread warming = new Thread(() -> serve(first), "first");
            warming.setDaemon(true);
            warming.start();
            serve(second);
        }
    }

    private static void serve(Server server) {
        try {
            server.serve();
        } catch (IOException failure) {
            System.out.println("serve: " + failure.getMessage());
        }
    }
}
