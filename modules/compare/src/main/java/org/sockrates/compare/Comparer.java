package org.sockrates.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.Transport;

/**
 * Puts the same questions to several transports on one path, and gathers the answers. It measures nothing itself.
 *
 * <p>Transports take turns within each repetition, so that what disturbs the machine for a while disturbs all of them.
 * What the world refuses (a link the path cannot make, a call that fails) becomes the reason why a value is absent.
 */
public final class Comparer {
    private final Path path;
    private final LinkSpec link;
    private final Settings settings;
    private final Progress progress;
    private volatile boolean cancelled;
    private volatile @Nullable HeldSockets held;

    /** @param link what lies between the ends, in both directions */
    public Comparer(Path path, LinkSpec link, Settings settings, Progress progress) {
        this.path = path;
        this.link = link;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Runs every experiment over every transport, {@code repeat} times.
     *
     * @param repeat at least 1; the values are medians over the repetitions
     * @return all that was found until the end, or until {@link #cancel()}: then marked partial
     */
    public Comparison run(List<Experiment> experiments, List<Transport> transports, int repeat) {
        List<Result> results = new ArrayList<>();
        int steps = experiments.size() * transports.size() * repeat;
        int step = 0;
        for (Experiment experiment : experiments) {
            Runs runs = new Runs(experiment, transports);
            for (int repetition = 0; repetition < repeat; repetition++) {
                for (Transport transport : transports) {
                    step++;
                    if (!cancelled) {
                        progress.began(experiment.name(), transport.name(), step, steps);
                        Observations seen = observe(experiment, transport, repetition);
                        runs.add(transport, cancelled ? runs.interrupted() : seen);
                    }
                }
            }
            if (!runs.isEmpty()) {
                Result result = runs.result(settings, cancelled);
                results.add(result);
                progress.finished(result);
            }
        }
        List<String> names = transports.stream().map(Transport::name).toList();
        String between = link.isPerfect() ? "" : link.text();
        return new Comparison(settings.seed(), path.name(), between, names, repeat, cancelled, results);
    }

    /** Ends the run under way soon, and with it the comparison; what is finished is kept. May be called by any thread. */
    public void cancel() {
        cancelled = true;
        HeldSockets sockets = held;
        if (sockets != null) {
            sockets.close();
        }
    }

    private Observations observe(Experiment experiment, Transport transport, int repetition) {
        Optional<String> reason = experiment.notApplicable(transport.traits());
        if (reason.isEmpty()) {
            reason = path.refusal(transport.traits(), link);
        }
        if (reason.isPresent()) {
            return Runs.absent(experiment, reason.get());
        }
        try {
            return pass(experiment, transport, repetition);
        } catch (IOException failure) {
            return Runs.absent(experiment, said(failure));
        } catch (UncheckedIOException failure) {
            return Runs.absent(experiment, said(failure));
        } catch (RuntimeException failure) {
            if (cancelled) {
                return Runs.absent(experiment, "interrupted"); // its sockets were closed under it
            }
            throw failure;
        }
    }

    private Observations pass(Experiment experiment, Transport transport, int repetition) throws IOException {
        Settings ours = settings.forRepetition(repetition);
        try (Passage passage = path.open(transport.traits(), linkFor(repetition));
                HeldSockets sockets = new HeldSockets(passage.through(transport))) {
            held = sockets;
            if (cancelled) {
                sockets.close();
            }
            return experiment.observe(sockets, passage, ours);
        } finally {
            held = null;
        }
    }

    /** The same link with other luck, so that repetitions differ; the first as a single run would have it. */
    private LinkSpec linkFor(int repetition) {
        long seed = repetition == 0
                ? link.seed()
                : SplitMix64.part(link.seed(), repetition).nextLong();
        return new LinkSpec(link.both(), link.upstream(), link.downstream(), seed);
    }

    private static String said(Exception failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
