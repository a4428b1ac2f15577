package org.sockrates.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelValue;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.link.TcpTuning;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.Stranger;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;

/**
 * Puts the same questions to several transports on one path, and gathers the answers. It measures nothing itself.
 *
 * <p>Transports take turns within each repetition, so that what disturbs the machine for a while disturbs all of them.
 * What the world refuses (a link the path cannot make, a call that fails), and what a transport or an experiment of
 * somebody's own throws, becomes the reason why a value is absent.
 */
public final class Comparer {
    private static final KernelValue CONGESTION = new KernelValue("net.ipv4.tcp_congestion_control");

    private final Path path;
    private final LinkSpec link;
    private final Settings settings;
    private final Progress progress;
    private volatile boolean cancelled;
    private volatile @Nullable OpenSockets open;

    /** @param link what lies between the ends, in both directions */
    public Comparer(Path path, LinkSpec link, Settings settings, Progress progress) {
        this.path = path;
        this.link = link;
        this.settings = path.inVirtualTime() ? settings.inVirtualTime() : settings;
        this.progress = progress;
    }

    /**
     * Runs every experiment over every transport, {@code repeat} times.
     *
     * @param transports each of another name
     * @param repeat at least 1; the values are medians over the repetitions
     * @return all that was found until the end, or until {@link #cancel()}: then marked partial
     * @throws UsageException where two transports have one name, and where nothing is to be run
     */
    public Comparison run(List<Experiment> experiments, List<Transport> transports, int repeat) {
        refuse(names(transports), repeat);
        List<Result> results = new ArrayList<>();
        for (Experiment experiment : experiments) {
            Declared declared = Declared.by(experiment, settings);
            Runs runs = new Runs(declared, names(transports));
            int begun = 0;
            for (int repetition = 0; repetition < repeat; repetition++) {
                for (Transport transport : transports) {
                    if (!cancelled) {
                        String name = path.named(transport);
                        progress.begins(experiment, name, ++begun, repeat * transports.size());
                        Observations seen = observe(declared, transport, transports, repetition);
                        runs.add(name, cancelled ? absent(declared, "interrupted") : seen);
                    }
                }
            }
            if (!runs.isEmpty()) {
                Result result = runs.result(cancelled);
                results.add(result);
                progress.finished(result);
            }
        }
        return comparison(transports, repeat, results);
    }

    /** What is going to be compared, before anything is found; refuses what {@link #run} refuses. */
    public Comparison announced(List<Transport> transports, int repeat) {
        refuse(names(transports), repeat);
        return comparison(transports, repeat, List.of());
    }

    private static void refuse(List<String> names, int repeat) {
        if (repeat < 1) {
            throw new UsageException("compare: repeat", Integer.toString(repeat), "1 or more");
        }
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(twice -> {
            throw new UsageException("compare: transports", twice, "each once");
        });
    }

    private Comparison comparison(List<Transport> transports, int repeat, List<Result> results) {
        return new Comparison(
                settings.seed(),
                path.name(),
                link.isPerfect() ? "" : link.text(),
                congestion(transports),
                names(transports),
                repeat,
                cancelled,
                results);
    }

    private List<String> names(List<Transport> transports) {
        return transports.stream().map(path::named).toList();
    }

    /** The one chosen; else the kernel's, where its TCP is among those compared and it says which. */
    private String congestion(List<Transport> transports) {
        boolean kernels = !path.inVirtualTime()
                && transports.stream().anyMatch(transport -> !transport.traits().inDatagrams());
        return settings.congestion().isEmpty() && kernels ? CONGESTION.now().orElse("") : settings.congestion();
    }

    /** Ends the run under way soon, and with it the comparison; what is finished is kept. May be called by any thread. */
    public void cancel() {
        cancelled = true;
        OpenSockets sockets = open;
        if (sockets != null) {
            sockets.close();
        }
    }

    private Observations observe(Declared asked, Transport transport, List<Transport> transports, int repetition) {
        Experiment experiment = asked.experiment();
        try {
            Optional<String> reason = asked.fault()
                    .or(() -> path.refusal(transport))
                    .or(() -> experiment.notApplicable(transport.traits()))
                    .or(() -> path.refusal(transport.traits(), link));
            if (reason.isPresent()) {
                return absent(asked, reason.get());
            }
            if (repetition == 0 && experiment.rehearsed(transport.traits()) && !path.inVirtualTime()) {
                pass(asked, transport, transports, LinkSpec.NONE, repetition);
            }
            return pass(asked, transport, transports, linkFor(repetition), repetition);
        } catch (IOException | UncheckedIOException failure) {
            return absent(asked, said(failure));
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            if (cancelled) {
                return absent(asked, "interrupted"); // its sockets were closed under it
            }
            Optional<String> own = Stranger.told(failure, experiment);
            if (own.isEmpty()) {
                throw failure;
            }
            return absent(asked, own.get());
        }
    }

    private Observations pass(
            Declared asked, Transport transport, List<Transport> transports, LinkSpec between, int repetition)
            throws IOException {
        try (Passage passage = path.open(transport.traits(), between);
                OpenSockets sockets = new OpenSockets()) {
            open = sockets;
            if (cancelled) {
                sockets.close();
            }
            Experiment experiment = asked.experiment();
            Optional<String> reason = experiment.impossible(transport.traits(), passage);
            if (reason.isPresent()) {
                return absent(asked, reason.get());
            }
            choose(passage);
            List<SocketKind> others = transports.stream()
                    .filter(other -> other != transport && path.refusal(other).isEmpty())
                    .map(other -> held(other, passage, sockets))
                    .toList();
            Run run = new Run(held(transport, passage, sockets), others, passage, settings.forRepetition(repetition));
            Observations seen = Objects.requireNonNull(
                    experiment.observe(run), "observe answered nothing (expected: what was seen)");
            if (passage.traffic().isEmpty()) {
                return seen;
            }
            run.awaitStillness(); // farewells count, and must not be met by who comes next
            return seen.with(OnTheWire.figures(passage.traffic().get(), passage.report()));
        } finally {
            open = null;
        }
    }

    private void choose(Passage passage) throws IOException {
        if (!settings.congestion().isEmpty()) {
            TcpTuning tuning = passage.tuning()
                    .orElseThrow(() -> new IOException("the congestion control of the system this path runs over is not"
                            + " ours to choose; use --path wire"));
            tuning.set(TcpTuning.CONGESTION, settings.congestion());
        }
    }

    private static SocketKind held(Transport transport, Passage passage, OpenSockets sockets) {
        return new HeldSockets(passage.through(transport), sockets);
    }

    /** The same reason for everything that would have been looked at. */
    private Observations absent(Declared asked, String reason) {
        List<Figure> figures =
                asked.measures().stream().map(measure -> measure.absent(reason)).toList();
        Observations absent = new Observations(figures, List.of());
        return path.countsTraffic() ? absent.with(OnTheWire.absent(reason)) : absent;
    }

    /** The same link with other luck, so that repetitions differ; the first as a single run would have it. */
    private LinkSpec linkFor(int repetition) {
        return repetition == 0
                ? link
                : link.withSeed(SplitMix64.part(link.seed(), repetition).nextLong());
    }

    private String said(Exception failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        boolean handshake = failure instanceof SocketCallException told
                && told.outOfTime()
                && (told.call() == Call.CONNECT || told.call() == Call.ACCEPT);
        return handshake && settings.quick()
                ? message + "; a lost packet of the handshake can take longer than --quick waits: compare without it"
                : message;
    }
}
