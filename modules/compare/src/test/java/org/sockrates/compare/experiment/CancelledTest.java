package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.compare.Comparer;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.PretendPath;
import org.sockrates.compare.Progress;
import org.sockrates.compare.Settings;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Path;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.transport.SplitMix64;

@Execution(ExecutionMode.CONCURRENT)
class CancelledTest {
    private static final Settings THOROUGH = new Settings(3, false);

    static List<String> names() {
        return Experiments.names();
    }

    /** One on which the experiment has something to do. */
    private static Path path(Experiment experiment) {
        RelayPath relay = new RelayPath();
        return Experiments.on(relay).contains(experiment) ? relay : new PretendPath();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyExperimentCanBeEndedWhileItRuns(String name) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Experiment experiment = Experiments.named(name).orElseThrow();
        Comparer comparer = new Comparer(path(experiment), LinkSpec.parse("delay 5ms"), THOROUGH, Progress.SILENT);
        AtomicReference<Comparison> found = new AtomicReference<>();
        Experiment watched = watched(experiment, begun);
        Thread running = new Thread(() -> found.set(comparer.run(List.of(watched), Asked.BOTH, 1000)));
        running.start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        // at another moment for each experiment, the same one in each run
        long micros = 1000L + new SplitMix64(name.hashCode()).nextInt(60_000);
        LockSupport.parkNanos(micros * 1000);

        comparer.cancel();
        running.join(Duration.ofSeconds(20).toMillis());

        assertThat(found.get()).as("%s, cancelled after %d us", name, micros).isNotNull();
        assertThat(found.get().partial()).isTrue();
    }

    /** The same, which tells when it is asked for the first time. */
    private static Experiment watched(Experiment experiment, CountDownLatch begun) {
        return (Experiment) Proxy.newProxyInstance(
                Experiment.class.getClassLoader(), new Class<?>[] {Experiment.class}, (self, method, arguments) -> {
                    if (method.getName().equals("observe")) {
                        begun.countDown();
                    }
                    try {
                        return method.invoke(experiment, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
