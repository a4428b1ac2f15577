package org.sockrates.bench.row;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.sockrates.bench.figure.Mean;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;
import org.sockrates.wire.Namespace;

/** A kind of link over which the model of TCP is held against the kernel's. */
record ModelCell(double lossPercent, int delayMillis) {
    /** Bytes a second that each delivered. */
    record Both(Mean kernel, Mean model) {
        double ratio() {
            return model.value() / kernel.value();
        }

        /** By how much the model is off, in percent. */
        double offPercent() {
            return 100 * Math.abs(ratio() - 1);
        }
    }

    /** Whether chance has no part in it. */
    boolean isSure() {
        return lossPercent == 0;
    }

    /**
     * Measures both, in a namespace of its own.
     *
     * @param seeds connections of the kernel's, side by side; one is enough where nothing is lost
     * @param first of their links' seeds
     */
    Both measure(int seeds, int first, Duration time) throws IOException {
        Ours told = Ours.with(Map.of("loss", loss()))
                .and("delay", delayMillis)
                .and("seeds", isSure() ? 1 : seeds)
                .and("first", first)
                .and("window", time.toMillis());
        try (Child child = Ours.start(Namespace.freshFor(told.command("model-beside-kernel")))) {
            Mean kernel = new Mean(Ours.result(child, "kernel"), Ours.result(child, "kernel_error"));
            Mean model = new Mean(Ours.result(child, "model"), Ours.result(child, "model_error"));
            return new Both(kernel, model);
        }
    }

    private String loss() {
        return isSure() ? "" : "loss " + lossPercent + "%";
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %%, %d ms", lossPercent == 0.5 ? "0.5" : (int) lossPercent, delayMillis);
    }
}
