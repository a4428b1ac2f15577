package org.sockrates.bench.row;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Figure;
import org.sockrates.bench.figure.Finding;
import org.sockrates.bench.figure.Skipped;
import org.sockrates.bench.figure.Spread;
import org.sockrates.wire.WireAbility;

/** The model of TCP beside the kernel's on the wire, over a grid of losses and delays. */
final class ModelGrid {
    /** How it is taken. */
    static final List<String> HOW = List.of(
            "tcp model: goodput of 5 s beside the kernel's on the wire, profile textbook, by loss and delay;",
            "a round: 20 connections of the kernel's at once, 100 of the model's, seeds of their own; without loss one;",
            "the model's links have the delay that the wire really had; off: of the 15 ratios of a round");

    private static final List<Double> LOSSES = List.of(0.0, 0.5, 1.0, 2.0, 5.0);
    private static final List<Integer> DELAYS = List.of(5, 20, 50);
    private static final int CONNECTIONS = 20;
    private static final int MILLIS = 5_000;
    private static final int SEEDS_A_ROUND = 1_000;
    private static final String NAME = "tcp model";
    private static final String OFF = "% off the kernel";

    private ModelGrid() {}

    static List<Finding> measure(Plan plan) throws IOException {
        Optional<String> lacking = WireAbility.look().missing();
        if (lacking.isPresent()) {
            return List.of(new Skipped(NAME + " / kernel", lacking.get()));
        }
        Map<ModelCell, List<ModelCell.Both>> rounds = new LinkedHashMap<>();
        cells().forEach(cell -> rounds.put(cell, new ArrayList<>()));
        List<Spread> off = new ArrayList<>();
        Duration time = Duration.ofMillis(plan.count(MILLIS));
        for (int round = 0; round < plan.rounds(); round++) {
            List<Double> ofRound = new ArrayList<>();
            for (Map.Entry<ModelCell, List<ModelCell.Both>> cell : rounds.entrySet()) {
                ModelCell.Both both = cell.getKey().measure(plan.count(CONNECTIONS), 1 + round * SEEDS_A_ROUND, time);
                cell.getValue().add(both);
                ofRound.add(both.offPercent());
            }
            off.add(Spread.of(ofRound));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(off("median cell", off.stream().map(Spread::median).toList(), 10));
        findings.add(off("worst cell", off.stream().map(Spread::max).toList(), 25));
        rounds.forEach((cell, taken) -> findings.add(shown(cell, taken)));
        return findings;
    }

    private static List<ModelCell> cells() {
        return LOSSES.stream()
                .flatMap(loss -> DELAYS.stream().map(delay -> new ModelCell(loss, delay)))
                .toList();
    }

    private static Figure off(String which, List<Double> percents, double goal) {
        return Figure.alone(NAME + ", " + which, OFF, percents, Bound.atMost(goal));
    }

    private static Figure shown(ModelCell cell, List<ModelCell.Both> taken) {
        return new Figure(
                NAME + ", " + cell,
                "kB/s",
                "kernel",
                taken.stream().map(both -> both.model().value() / 1e3).toList(),
                taken.stream().map(both -> both.kernel().value() / 1e3).toList(),
                Figure.Basis.RATIO,
                Bound.NONE);
    }
}
