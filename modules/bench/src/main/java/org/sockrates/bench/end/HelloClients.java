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
 * Clients side by side, each making one exchange after the other; how many a second all of them together, at the last of
 * the server's ports: the others warm up. Not the time is given but the count, fewer than a port has clients' ports.
 */
final class HelloClients implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        int clients = words.number("clients");
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        double last = 0;
        for (InetSocketAddress server : words.loopbacks("ports")) {
            last = rate(threads, clients, () -> new Hello(server, words.manner().waiting()), words.number("count"));
        }
        End.result("exchanges_per_second", last);
    }

    private static double rate(ExecutorService threads, int clients, Supplier<Hello> hellos, int exchanges)
            throws IOException {
        long start = System.nanoTime();
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            working.add(threads.submit(() -> {
                Hello hello = hellos.get();
                for (int each = 0; each < exchanges / clients; each++) {
                    hello.exchange();
                }
                return true;
            }));
        }
        for (Future<?> each : working) {
            join(each);
        }
        return exchanges / clients * clients * 1e9 / (System.nanoTime() - start);
    }

    private static void join(Future<?> client) throws IOException {
        try {
            client.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IOException("a client failed: " + failure.getMessage(), failure);
        }
    }
}
