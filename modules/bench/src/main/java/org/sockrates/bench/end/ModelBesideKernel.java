package org.sockrates.bench.end;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sockrates.bench.figure.Mean;
import org.sockrates.link.LinkSpec;
import org.sockrates.sim.TcpTransfer;
import org.sockrates.sim.tcp.ModelSettings;
import org.sockrates.wire.TcpSettings;

/**
 * The kernel's TCP under the profile {@code textbook} and the model of it, over links of the same kind: bytes a second that
 * each delivers, with the standard error. The kernel's connections run side by side, each over a wire of its own; the
 * model is then given the delay that the wires really had.
 */
final class ModelBesideKernel implements End.Program {
    private static final int MODELS_A_CONNECTION = 5;
    private static final int MICROS_A_MILLI = 1_000;

    @Override
    public void run(Words words) throws IOException {
        TcpSettings.here().profile(TcpSettings.TEXTBOOK);
        int seeds = words.number("seeds");
        Duration time = words.millis("window");
        List<KernelFlow> flows = flows(words, seeds, time);
        double upstream = mean(flows.stream().map(KernelFlow::upstreamMicros).toList());
        double downstream =
                mean(flows.stream().map(KernelFlow::downstreamMicros).toList());
        Mean kernel = perSecond(flows.stream().map(KernelFlow::bytes).toList(), time);
        Mean model = perSecond(modelled(words, upstream, downstream, seeds, time), time);
        End.result("kernel", kernel.value());
        End.result("kernel_error", kernel.error());
        End.result("model", model.value());
        End.result("model_error", model.error());
    }

    private static double mean(List<Double> values) {
        return Mean.of(values).value();
    }

    private static Mean perSecond(List<Long> bytes, Duration time) {
        return Mean.of(bytes.stream().map(each -> each * 1e9 / time.toNanos()).toList());
    }

    private static List<KernelFlow> flows(Words words, int seeds, Duration time) throws IOException {
        ExecutorService actors = Executors.newFixedThreadPool(seeds);
        try {
            List<Callable<KernelFlow>> runs = new ArrayList<>();
            for (int i = 0; i < seeds; i++) {
                LinkSpec link = link(words, 0, 0, i);
                runs.add(() -> KernelFlow.over(link, time));
            }
            List<KernelFlow> flows = new ArrayList<>();
            for (Future<KernelFlow> run : actors.invokeAll(runs)) {
                flows.add(run.get());
            }
            return flows;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IOException("a connection over a wire failed", failure);
        } finally {
            actors.shutdownNow();
        }
    }

    private static List<Long> modelled(Words words, double upstream, double downstream, int seeds, Duration time) {
        ModelSettings same = ModelSettings.USUAL.withBufferBytes(KernelFlow.SEND_BYTES, KernelFlow.WINDOW_BYTES);
        int runs = seeds == 1 ? 1 : seeds * MODELS_A_CONNECTION;
        List<Long> bytes = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            LinkSpec link = link(words, upstream, downstream, i);
            bytes.add(new TcpTransfer(link, Long.MAX_VALUE, same, time).run().deliveredBytes());
        }
        return bytes;
    }

    private static LinkSpec link(Words words, double upstream, double downstream, int run) {
        int micros = words.number("delay") * MICROS_A_MILLI;
        return LinkSpec.parse(String.join(
                " ",
                words.text("loss"),
                "seed " + (words.number("first") + run),
                "upstream delay " + (micros + Math.round(upstream)) + "us",
                "downstream delay " + (micros + Math.round(downstream)) + "us"));
    }
}
