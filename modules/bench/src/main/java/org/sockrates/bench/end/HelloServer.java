package org.sockrates.bench.end;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.service.ReplyService;
import org.sockrates.transport.tcp.TcpTransport;

/**
 * Our server role, answering hello. It serves at several ports, each for a while: connections stay in TIME-WAIT and keep
 * their client's port from being used again with the same port of ours (RFC 9293 §3.6.1).
 */
final class HelloServer implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        ServerStyle style = ServerStyle.valueOf(words.text("style").toUpperCase(Locale.ROOT));
        ServerSettings settings = ServerSettings.of(Carriers.ANY_PORT, new ReplyService(Hello.REPLY))
                .withStyle(style)
                .withBacklog(Hello.BACKLOG);
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < words.number("ports"); i++) {
            Server server = new TcpTransport().server(settings);
            open.add(server.open().getPort());
            End.serveBeside(server);
        }
        End.reachable(open.stream().mapToInt(Integer::intValue).toArray());
        while (true) {
            LockSupport.park();
        }
    }
}
