package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Delivery.CORRUPTED;
import static org.sockrates.compare.experiment.Delivery.DELIVERED;
import static org.sockrates.compare.experiment.Delivery.DUPLICATED;
import static org.sockrates.compare.experiment.Delivery.LINK_DROPPED;
import static org.sockrates.compare.experiment.Delivery.LOST;
import static org.sockrates.compare.experiment.Delivery.SENT;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.RelayPath;

@Timeout(60)
class SpoiltPathTest {
    @Test
    void everyExperimentEndsHoweverBadTheLink() throws Exception {
        assertThat(ask("delay 3ms 2ms loss 30% duplicate 10% corrupt 5% reorder 10% gap 3"))
                .hasSize(19)
                .allSatisfy(SpoiltPathTest::isComplete);
    }

    @Test
    void everyExperimentEndsWhereNothingArrives() throws Exception {
        assertThat(ask("loss 100%")).hasSize(19).allSatisfy(SpoiltPathTest::isComplete);
    }

    @Test
    void everyExperimentEndsOnASlowLinkForStreamsToo() throws Exception {
        assertThat(ask("delay 5ms rate 4mbit")).hasSize(19).allSatisfy(SpoiltPathTest::isComplete);
    }

    /** All experiments beside each other: they mostly wait. */
    private static List<Asked> ask(String link) throws Exception {
        ExecutorService askers = Executors.newCachedThreadPool();
        try {
            List<Callable<Asked>> questions = Experiments.all().stream()
                    .<Callable<Asked>>map(
                            experiment -> () -> Asked.of(experiment, new RelayPath(), LinkSpec.parse(link, 5)))
                    .toList();
            List<Asked> all = new java.util.ArrayList<>();
            for (Future<Asked> one : askers.invokeAll(questions)) {
                all.add(one.get());
            }
            return all;
        } finally {
            askers.shutdown();
        }
    }

    private static void isComplete(Asked asked) {
        assertThat(asked.result().finding()).endsWith(".");
        assertThat(asked.result().transports()).containsExactly("tcp", "udp");
        assertThat(asked.result().metrics())
                .allSatisfy(metric -> assertThat(metric.readings()).hasSize(2));
    }

    @Test
    void deliveryCountsWhatTheLinkDid() {
        Asked asked =
                Asked.of(new Delivery(), new RelayPath(), LinkSpec.parse("loss 20% duplicate 20% corrupt 20% seed 3"));

        assertThat(asked.value(LOST, "udp")).isBetween(1.0, 59.0);
        assertThat(asked.value(DUPLICATED, "udp")).isPositive();
        assertThat(asked.value(CORRUPTED, "udp")).isPositive();
        assertThat(asked.value(LINK_DROPPED, "udp")).isPositive();
        assertThat(asked.value(DELIVERED, "udp") + asked.value(LOST, "udp")).isEqualTo(asked.value(SENT, "udp"));
        assertThat(asked.reason(LOST, "tcp")).contains("not possible in user space");
        assertThat(asked.result().finding()).contains("tcp: n/a, ").doesNotContain("--path");
    }

    @Test
    void setupSaysThatAHandshakeWithARelayNeverCrossedTheLink() {
        Asked asked = Asked.of(new Setup(), new RelayPath(), LinkSpec.parse("delay 30ms"));

        assertThat(asked.value(Setup.FIRST_REPLY, "tcp")).isGreaterThan(60_000);
        assertThat(asked.result().finding()).contains("never crossed the link");
    }
}
