package org.sockrates.compare.experiment;

import java.util.List;
import org.sockrates.compare.Experiment;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/** Every experiment there is, in the order they are run and shown. */
public final class Experiments {
    private static final List<Experiment> ALL = List.of(
            new Setup(),
            new Boundaries(),
            new Delivery(),
            new Latency(),
            new Throughput(),
            new Refused(),
            new Vanish(),
            new Oversize(),
            new SlowReader(),
            new End(),
            new FanIn(),
            new Group());

    private Experiments() {}

    /** All of them: the default set. */
    public static List<Experiment> all() {
        return ALL;
    }

    /** The words people type for them. */
    public static List<String> names() {
        return ALL.stream().map(Experiment::name).toList();
    }

    /**
     * The experiment of that name.
     *
     * @throws UsageException that suggests the nearest name
     */
    public static Experiment named(String name) {
        return ALL.stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("experiment", name, NearestWord.expected(name, names())));
    }
}
