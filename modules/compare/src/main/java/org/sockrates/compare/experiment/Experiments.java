package org.sockrates.compare.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.compare.Experiment;
import org.sockrates.link.Path;

/** Every experiment there is, in the order they are run and shown. */
public final class Experiments {
    private static final List<Experiment> USUAL = List.of(
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
    private static final List<Experiment> ON_PACKETS = List.of(
            new Overhead(),
            new Recovery(),
            new HeadOfLine(),
            new SynLoss(),
            new ZeroWindow(),
            new Congestion(),
            new Inventions());
    private static final List<Experiment> ALL =
            Stream.of(USUAL, ON_PACKETS).flatMap(List::stream).toList();

    private Experiments() {}

    /** All of them. */
    public static List<Experiment> all() {
        return ALL;
    }

    /** Those to run when none is named: the ones about packets only where packets are seen. */
    public static List<Experiment> on(Path path) {
        return path.countsTraffic() ? ALL : USUAL;
    }

    /** The words people type for them. */
    public static List<String> names() {
        return ALL.stream().map(Experiment::name).toList();
    }

    /** The experiment of that name; empty where there is none. */
    public static Optional<Experiment> named(String name) {
        return ALL.stream().filter(experiment -> experiment.name().equals(name)).findFirst();
    }
}
