package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Clients side by side, each making one exchange after the other; how many a second all of them together, at the second
 * half of the server's ports: the first warms up. Not the time is given but the count at each, fewer than a port has
 * clients' ports. One thread takes each step for all of them, so that it is the server that is measured and not how the
 * system changes from one client to the next.
 */
final class HelloClients implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        List<Hello> clients = Stream.generate(() -> new Hello(words.manner().waiting()))
                .limit(words.number("clients"))
                .toList();
        int each = words.number("count") / clients.size();
        List<InetSocketAddress> servers = words.loopbacks("ports");
        int half = servers.size() / 2;
        ask(clients, servers.subList(0, half), each);
        long start = System.nanoTime();
        ask(clients, servers.subList(half, servers.size()), each);
        double count = (double) each * clients.size() * (servers.size() - half);
        End.result("exchanges_per_second", count * 1e9 / (System.nanoTime() - start));
    }

    private static void ask(List<Hello> clients, List<InetSocketAddress> servers, int exchanges) throws IOException {
        for (InetSocketAddress server : servers) {
            for (int i = 0; i < exchanges; i++) {
                for (Hello client : clients) {
                    client.connect(server);
                }
                for (Hello client : clients) {
                    client.say();
                }
                for (Hello client : clients) {
                    client.hear();
                }
                for (Hello client : clients) {
                    client.close();
                }
            }
        }
    }
}
