package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.service.ReplyService;
import org.sockrates.transport.tcp.TcpTransport;

/** Our server role, answering hello. */
final class HelloServer implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        ServerStyle style = ServerStyle.valueOf(words.text("style").toUpperCase(Locale.ROOT));
        ReplyService hello = new ReplyService(Hello.REPLY.getBytes(StandardCharsets.US_ASCII));
        ServerSettings settings = ServerSettings.of(Wires.ANY_PORT, hello).withStyle(style);
        try (Server server = new TcpTransport().server(settings.withBacklog(128))) {
            End.reachable(server.open().getPort());
            server.serve();
        }
    }
}
