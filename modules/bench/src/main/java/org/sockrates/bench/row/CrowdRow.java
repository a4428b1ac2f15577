package org.sockrates.bench.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Figure;
import org.sockrates.bench.figure.Section;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;

/** Whether one thread serves a crowd: nothing lost, little memory, everything given back. */
public final class CrowdRow implements Row {
    private static final int PEERS = 5_000;
    private static final int ECHOES = 100_000;

    @Override
    public String word() {
        return "crowd";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        List<Double> lost = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        List<Double> heap = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        Ours told = new Ours(
                List.of("-XX:+UseSerialGC", "-Xmx128m"),
                Map.of("peers", Integer.toString(PEERS), "echoes", Integer.toString(ECHOES)));
        for (int i = 0; i < plan.rounds(); i++) {
            try (Child server = Ours.start(told.command("crowd-server"));
                    Child clients =
                            Ours.start(told.and("port", Ours.port(server)).command("crowd-clients"))) {
                lost.add(Ours.result(clients, "lost"));
                seconds.add(Ours.result(clients, "seconds"));
                double keptByClients = Ours.result(clients, "descriptors_kept");
                kept.add(keptByClients + Ours.result(server, "descriptors_kept"));
                heap.add(Ours.result(server, "heap_mb"));
            }
        }
        return new Section(
                word(),
                List.of(
                        "5,000 connections open at once, 100,000 echoes of 64 numbered bytes, selector style",
                        "server and clients each a process with -Xmx128m; heap: sum of its pools' peaks, server",
                        "descriptors: of both processes, two seconds later, against before; time: connecting too"),
                List.of(
                        Figure.alone("crowd, echoes lost", "of 100,000", lost, Bound.atMost(0)),
                        Figure.alone("crowd, heap", "MiB", heap, Bound.atMost(128)),
                        Figure.alone("crowd, descriptors kept", "both ends", kept, Bound.atMost(0)),
                        Figure.alone("crowd, time", "s", seconds, Bound.atMost(10))));
    }
}
