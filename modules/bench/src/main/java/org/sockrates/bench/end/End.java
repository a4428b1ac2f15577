package org.sockrates.bench.end;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.sockrates.transport.Server;

/**
 * A measured end as a process: {@code End ping port=5000 …}. It prints {@code port N…} once it can be reached and
 * {@code result NAME VALUE} when it has measured, and ends at the latest when its standard input does, or its limit.
 */
public final class End {
    private static final Map<String, Program> PROGRAMS = Map.ofEntries(
            Map.entry("pong", new Pong()),
            Map.entry("ping", new Ping()),
            Map.entry("bulk-sink", new BulkSink()),
            Map.entry("bulk-source", new BulkSource()),
            Map.entry("storm-sink", new StormSink()),
            Map.entry("storm-well", new StormWell()),
            Map.entry("storm-source", new StormSource()),
            Map.entry("relay", new RelayEnd()),
            Map.entry("bare-relay", new BareRelay()),
            Map.entry("delay-probe", new DelayProbe()),
            Map.entry("mirror", new MirrorEnd()),
            Map.entry("mirror-bulk", new MirrorBulk()),
            Map.entry("mirror-storm", new MirrorStorm()),
            Map.entry("mirror-delay", new MirrorDelay()),
            Map.entry("sim", new SimEnd()),
            Map.entry("check", new CheckEnd()),
            Map.entry("model-beside-kernel", new ModelBesideKernel()),
            Map.entry("hello-server", new HelloServer()),
            Map.entry("plain-hello-server", new PlainHelloServer()),
            Map.entry("hello-clients", new HelloClients()),
            Map.entry("crowd-server", new CrowdServer()),
            Map.entry("crowd-clients", new CrowdClients()));

    private End() {}

    /** One of the programs of this package. */
    interface Program {
        void run(Words words) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        Program program = PROGRAMS.get(arguments[0]);
        if (program == null) {
            throw new IllegalArgumentException(arguments[0] + ": no such end");
        }
        Words words = Words.of(arguments, 1);
        endWithParent();
        endAfter(words.number("limit"));
        program.run(words);
        Runtime.getRuntime().halt(0);
    }

    /** Tells the parent where this end can be reached. */
    static void reachable(int... ports) {
        String said = Arrays.stream(ports).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        System.out.println("port " + said);
    }

    /** Tells the parent what was measured. */
    static void result(String name, double value) {
        System.out.println("result " + name + " " + value);
    }

    /** Lets a server that is open serve, in a thread of its own. */
    static void serveBeside(Server server) {
        Thread thread = new Thread(() -> {
            try {
                server.serve();
            } catch (IOException failure) {
                System.out.println("serve: " + failure.getMessage());
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Tells the parent how late datagrams were, in the median and of a hundred the last but one.
     *
     * @param before stands before the names
     * @param lateNanos is sorted
     */
    static void lateness(String before, long[] lateNanos) {
        Arrays.sort(lateNanos);
        result(before + "p50_ms", lateNanos[lateNanos.length / 2] / 1e6);
        result(before + "p99_ms", lateNanos[lateNanos.length * 99 / 100] / 1e6);
    }

    private static void endWithParent() {
        daemon(() -> {
            while (System.in.read() >= 0) {
                // only its end has a meaning
            }
        });
    }

    private static void endAfter(int limitMillis) {
        daemon(() -> Thread.sleep(limitMillis));
    }

    private interface Wait {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(Wait wait) {
        Thread thread = new Thread(() -> {
            try {
                wait.run();
            } catch (IOException | InterruptedException ending) {
                // all the same: this end is not wanted any more
            }
            Runtime.getRuntime().halt(3);
        });
        thread.setDaemon(true);
        thread.start();
    }
}
