package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients side by side, each making one exchange after the other; how many a second all of them together. */
final class HelloClients implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        InetSocketAddress server = words.loopback("port");
        int clients = words.number("clients");
        long from = System.nanoTime() + words.millis("warm").toNanos();
        long windowNanos = words.millis("window").toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<Long>> counts = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            counts.add(threads.submit(() -> count(new Hello(server), from, from + windowNanos)));
        }
        long sum = 0;
        for (Future<Long> count : counts) {
            sum += joined(count);
        }
        End.result("exchanges_per_second", sum * 1e9 / windowNanos);
    }

    private static long count(Hello hello, long from, long until) throws IOException {
        long counted = 0;
        long now = System.nanoTime();
        while (now < until) {
            hello.exchange();
            now = System.nanoTime();
            if (now >= from && now < until) {
                counted++;
            }
        }
        return counted;
    }

    private static long joined(Future<Long> count) throws IOException {
        try {
            return count.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IOException("a client failed: " + failure.getMessage(), failure);
        }
    }
}
