package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.Delivery.CORRUPTED;
import static org.sockrates.compare.experiment.Delivery.DELIVERED;
import static org.sockrates.compare.experiment.Delivery.DUPLICATED;
import static org.sockrates.compare.experiment.Delivery.LINK_DROPPED;
import static org.sockrates.compare.experiment.Delivery.LOST;
import static org.sockrates.compare.experiment.Delivery.SENT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Result;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.RelayPath;

/** Its tests wait, most of the time, and do so beside each other. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class SpoiltPathTest {
    private static final String BAD = "delay 3ms 2ms loss 30% duplicate 10% corrupt 5% reorder 10% gap 3";
    private static final String DEAD = "loss 100%";
    private static final String SLOW = "delay 5ms rate 4mbit";

    private static final Map<String, List<Asked>> ASKED = new HashMap<>();

    /** All experiments on all links beside each other: they mostly wait. */
    @BeforeAll
    @Timeout(60)
    static void askAll() throws Exception {
        ExecutorService askers = Executors.newCachedThreadPool();
        try {
            Map<String, List<Future<Asked>>> questions = new HashMap<>();
            for (String link : List.of(BAD, DEAD, SLOW)) {
                questions.put(
                        link,
                        Experiments.all().stream()
                                .map(experiment -> askers.submit(
                                        () -> Asked.of(experiment, new RelayPath(), LinkSpec.parse(link, 5))))
                                .toList());
            }
            for (Map.Entry<String, List<Future<Asked>>> each : questions.entrySet()) {
                for (Future<Asked> one : each.getValue()) {
                    ASKED.computeIfAbsent(each.getKey(), first -> new ArrayList<>())
                            .add(one.get());
                }
            }
        } finally {
            askers.shutdownNow();
        }
    }

    @AfterAll
    static void forget() {
        ASKED.clear();
    }

    @Test
    void everyExperimentEndsHoweverBadTheLink() {
        allAreComplete(BAD);
    }

    @Test
    void everyExperimentEndsWhereNothingArrives() {
        allAreComplete(DEAD);
    }

    @Test
    void everyExperimentEndsOnASlowLinkForStreamsToo() {
        allAreComplete(SLOW);
    }

    private static void allAreComplete(String link) {
        List<Result> results =
                ASKED.getOrDefault(link, List.of()).stream().map(Asked::result).toList();
        assertThat(results).extracting(Result::name).isEqualTo(Experiments.names());
        for (Result result : results) {
            assertThat(result.finding()).as(result.name()).endsWith(".");
            assertThat(result.transports()).as(result.name()).containsExactly("tcp", "udp");
            for (Metric metric : result.metrics()) {
                assertThat(metric.readings()).as(result.name()).hasSize(2);
            }
        }
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
    void whatIsStillOnItsWayIsNotCalledLost() {
        Asked asked = Asked.of(new Delivery(), new RelayPath(), LinkSpec.parse("delay 30s"));

        assertThat(List.of("tcp", "udp")).allSatisfy(transport -> {
            assertThat(asked.value(DELIVERED, transport)).isZero();
            assertThat(asked.reason(LOST, transport)).contains("still on its way");
            assertThat(asked.reason(Delivery.LOST_PERCENT, transport)).contains("still on its way");
            assertThat(asked.reason(Delivery.BYTES_EQUAL, transport)).contains("still on its way");
        });
        assertThat(asked.result().finding())
                .as("so many as a busy machine sends in the time")
                .matches("tcp delivered 0 of \\d+: the rest still on its way when time was up;"
                        + " udp delivered 0 of \\d+: the rest still on its way when time was up\\.");
    }

    @Test
    void anEndThatIsStillOnItsWayIsNotSaidToBeNone() {
        Asked asked = Asked.of(new End(), new RelayPath(), LinkSpec.parse("delay 30s"));

        assertThat(asked.reason(End.END_SEEN, "tcp")).isEqualTo("nothing was heard when time was up");
        assertThat(asked.reason(End.REPLY, "tcp")).isEqualTo("nothing was heard when time was up");
        assertThat(asked.reason(End.EMPTY, "tcp")).isEqualTo("nothing was heard when time was up");
        assertThat(asked.value(End.END_SEEN, "udp")).isZero();
        assertThat(asked.reason(End.EMPTY, "udp")).isEqualTo("nothing was heard when time was up");
        assertThat(asked.result().finding())
                .isEqualTo("udp never told its reader that it was over; tcp: n/a, nothing was heard when time was up.");
    }

    /** Each second one overtakes the others. */
    @Test
    void aSendThatIsStillOnItsWayIsNotMissing() {
        Asked asked = Asked.of(new Boundaries(), new RelayPath(), LinkSpec.parse("delay 30s reorder 100% gap 2"));

        assertThat(asked.reason(Boundaries.MISSING, "udp")).isEqualTo(Missing.UNDER_WAY);
        assertThat(asked.value(Boundaries.KEPT, "udp")).isEqualTo(1);
        assertThat(asked.result().finding())
                .startsWith("udp gave some of 5 sends (the rest was still on its way when time was up) in 2 receives,"
                        + " each a whole send");
    }

    @Test
    void whatAStreamMayStillCarryIsNotCalledLost() {
        Asked asked = Asked.of(new Throughput(), new RelayPath(), LinkSpec.parse("delay 30s"));

        assertThat(List.of("tcp", "udp"))
                .allSatisfy(transport -> assertThat(asked.reason(Throughput.LOST_PERCENT, transport))
                        .contains("still on its way"));
    }

    @Test
    void whatASlowReaderMayStillGetIsNotCalledLost() {
        Asked asked = Asked.of(new SlowReader(), new RelayPath(), LinkSpec.parse("delay 30s"));

        assertThat(asked.reason(SlowReader.LOST_PERCENT, "udp")).contains("still on its way");
        assertThat(asked.result().finding()).contains("had delivered 0 bytes: the rest was still on its way");
    }

    @Test
    void aQuestionIsOneQuestion() {
        Asked asked = Asked.of(new Setup(), new RelayPath(), LinkSpec.parse("delay 30s"));

        assertThat(asked.result().finding()).contains("no reply to 1 question").doesNotContain("1 questions");
    }

    @Test
    void setupSaysThatAHandshakeWithARelayNeverCrossedTheLink() {
        Asked asked = Asked.of(new Setup(), new RelayPath(), LinkSpec.parse("delay 30ms"));

        assertThat(asked.value(Setup.FIRST_REPLY, "tcp")).isGreaterThan(60_000);
        assertThat(asked.result().finding()).contains("never crossed the link");
    }
}
