package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Clients side by side, each making one exchange after the other; how many a second all of them together, at the second
 * half of the server's ports: the first warms up. Not the time is given but the count at each, fewer than a port has
 * clients' ports.
 */
final class HelloClients implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        int clients = words.number("clients");
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        int each = words.number("count") / clients;
        List<InetSocketAddress> servers = words.loopbacks("ports");
        int half = servers.size() / 2;
        long start = 0;
        for (int i = 0; i < servers.size(); i++) {
            start = i == half ? System.nanoTime() : start;
            InetSocketAddress server = servers.get(i);
            ask(threads, clients, () -> new Hello(server, words.manner().waiting()), each);
        }
        double count = (double) each * clients * (servers.size() - half);
        End.result("exchanges_per_second", count * 1e9 / (System.nanoTime() - start));
    }

    private static void ask(ExecutorService threads, int clients, Supplier<Hello> hellos, int exchanges)
            throws IOException {
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            working.add(threads.submit(() -> {
                Hello hello = hellos.get();
                for (int each = 0; each < exchanges; each++) {
                    hello.exchange();
                }
                return true;
            }));
        }
        for (Future<?> each : working) {
            join(each);
        }
    }

    private static void join(Future<?> client) throws IOException {
        try {
            client.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IOException("a client failed: " + failure.getMessage(), failure);
        }
    }
}
