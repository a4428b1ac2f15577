package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients side by side, each making one exchange after the other; how many a second all of them together. The count is
 * given and not the time: a port has 28,232 clients' ports, and half of them are quickly found.
 */
final class HelloClients implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        int clients = words.number("clients");
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        rate(threads, clients, words.loopback("port"), words.number("warm"));
        End.result("exchanges_per_second", rate(threads, clients, words.loopback("second"), words.number("count")));
    }

    private static double rate(ExecutorService threads, int clients, InetSocketAddress server, int exchanges)
            throws IOException {
        long start = System.nanoTime();
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            working.add(threads.submit(() -> {
                Hello hello = new Hello(server);
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
