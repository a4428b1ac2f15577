package org.sockrates.shell.sim;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Json;
import org.sockrates.sim.formula.Cell;
import org.sockrates.sim.formula.Formula;
import org.sockrates.sim.formula.TextbookLine;

/** What is known of a cell, by name: the same in JSON and in CSV. */
final class SweepFigures {
    private SweepFigures() {}

    /** In their order; null where one run alone says nothing. */
    static Map<String, @Nullable Object> of(Cell cell) {
        Formula formula = cell.formula();
        TextbookLine line = formula.line();
        boolean sure = cell.messageNanos().n() > 1;
        return Json.object(
                "protocol", formula.protocol().word(),
                "window", formula.window(),
                "loss_percent", rounded(formula.loss() * 100),
                "bits_per_second", line.bitsPerSecond(),
                "delay_ms", line.delay().toNanos() / 1e6,
                "message_bytes", line.messageBytes(),
                "timeout_ms", formula.timeoutNanos() / 1e6,
                "seed", cell.seed(),
                "n", cell.messageNanos().n(),
                "utilisation", cell.utilisation(),
                "utilisation_half_width", sure ? cell.utilisationHalfWidth() : null,
                "formula", formula.kind().toString().toLowerCase(Locale.ROOT),
                "utilisation_by_formula", cell.utilisationByFormula(),
                "within", sure ? cell.holds() : null,
                "goodput_bits_per_second", cell.goodput(),
                "goodput_by_formula", cell.goodputByFormula(),
                "packets_a_message", cell.packets().mean(),
                "packets_half_width", sure ? cell.packets().halfWidth() : null,
                "packets_by_formula", formula.packets());
    }

    /** Without what a division by a hundred and back leaves. */
    static double rounded(double percent) {
        return Math.rint(percent * 1e9) / 1e9;
    }
}
