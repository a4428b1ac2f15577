package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;
import somebody.Mute;
import somebody.Rtt;

/** What goes wrong in an experiment of somebody's own is told in its place, and the others are asked. */
@Timeout(20)
class OwnExperimentTest {
    private static final String MEND = " (its own); mend its jar";
    private static final Transport TCP = new TcpTransport();
    private static final Transport UDP = new UdpTransport();

    private static Comparer comparer() {
        return new Comparer(new LoopbackPath(), LinkSpec.NONE, new Settings(42, true), Progress.SILENT);
    }

    private static Observations seen(double value) {
        return Observations.of(Rtt.TRIP.measured(1, value));
    }

    private static Rtt.Observing throwing(Throwable failure) {
        return run -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        };
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of(
                        (Rtt.Observing) run -> seen(Double.NaN),
                        "Rtt: IllegalArgumentException: not a measurement: NaN NaN NaN"),
                Arguments.of(throwing(new ArithmeticException("/ by zero")), "Rtt: ArithmeticException: / by zero"),
                Arguments.of(throwing(new AssertionError("never")), "Rtt: AssertionError: never"),
                Arguments.of(throwing(new NoClassDefFoundError("gone/Away")), "Rtt: NoClassDefFoundError: gone/Away"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatARunThrowsIsItsCellsReason(Rtt.Observing observing, String said) {
        Rtt half = new Rtt(run -> run.traits().connectionOriented() ? observing.observe(run) : seen(7), result -> "so");
        Comparison found = comparer().run(List.of(half, new Probe(run -> seen(8))), List.of(TCP, UDP), 1);

        Result result = found.experiments().get(0);
        assertThat(result.reading(Rtt.TRIP, "tcp")).isEqualTo(new Reading.Absent(said + MEND));
        assertThat(result.value(Rtt.TRIP, "udp")).hasValue(7);
        assertThat(found.experiments()).hasSize(2);
    }

    @Test
    @SuppressWarnings("NullAway")
    void soIsNothingWhereItWasToSayWhatItSaw() {
        Rtt silent = new Rtt(run -> null, result -> "so");
        Result result =
                comparer().run(List.of(silent), List.of(TCP), 1).experiments().get(0);

        assertThat(result.reading(Rtt.TRIP, "tcp"))
                .isEqualTo(new Reading.Absent(
                        "Rtt: NullPointerException: observe answered nothing" + " (expected: what was seen)" + MEND));
    }

    @Test
    @SuppressWarnings("NullAway")
    void whereItsSentenceFailsItsFiguresStay() {
        Measure missing = new Measure("missing", Unit.COUNT, "nobody saw it");
        Rtt asks = new Rtt(run -> seen(7), result -> "" + result.value(missing, "tcp"));
        Rtt silent = new Rtt(run -> seen(8), result -> null);
        List<Result> results =
                comparer().run(List.of(asks, silent), List.of(TCP), 1).experiments();

        assertThat(results)
                .extracting(Result::finding)
                .containsExactly(
                        "No finding: Rtt: NoSuchElementException: missing of tcp" + MEND + ".",
                        "No finding: Rtt: NullPointerException: conclude answered nothing (expected: a sentence)" + MEND
                                + ".");
        assertThat(results)
                .extracting(result -> result.value(Rtt.TRIP, "tcp").orElse(-1))
                .containsExactly(7.0, 8.0);
    }

    @Test
    void whereItDoesNotSayWhatItLooksAtItIsNotAskedAndTheOthersAre() {
        Comparison found = comparer()
                .run(List.of(new Mute("measures"), new Rtt(run -> seen(8), result -> "so")), List.of(TCP, UDP), 1);

        String said = "Mute.said: IllegalStateException: no measures" + MEND;
        Result mute = found.experiments().get(0);
        assertThat(mute.name()).isEqualTo("mute");
        assertThat(mute.metrics())
                .singleElement()
                .satisfies(metric -> assertThat(metric.readings())
                        .containsExactly(
                                entry("tcp", new Reading.Absent(said)), entry("udp", new Reading.Absent(said))));
        assertThat(mute.finding()).isEqualTo("No finding: " + said + ".");
        assertThat(found.experiments().get(1).value(Rtt.TRIP, "udp")).hasValue(8);
    }

    @Test
    void whereItsWordsFailItsFiguresStay() {
        List<Result> results = comparer()
                .run(List.of(new Mute("question"), new Mute("method"), new Mute("name")), List.of(TCP), 1)
                .experiments();

        String said = "Mute.said: IllegalStateException: no ";
        assertThat(results)
                .extracting(Result::question)
                .containsExactly(said + "question" + MEND, "what is heard?", "what is heard?");
        assertThat(results).extracting(Result::method).containsExactly("by ear", said + "method" + MEND, "by ear");
        assertThat(results).extracting(Result::name).containsExactly("mute", "mute", said + "name" + MEND);
        assertThat(results)
                .extracting(result -> result.value(Mute.HEARD, "tcp").orElse(-1))
                .containsExactly(1.0, 1.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void whatIsRunNeverIsRefused(int repeat) {
        Rtt rtt = new Rtt(run -> seen(7), result -> "so");
        String refused = "compare: repeat: \"" + repeat + "\" (expected: 1 or more)";
        assertThatThrownBy(() -> comparer().run(List.of(rtt), List.of(TCP), repeat))
                .isInstanceOf(UsageException.class)
                .hasMessage(refused);
        assertThatThrownBy(() -> comparer().announced(List.of(TCP), repeat)).hasMessage(refused);
    }

    @Test
    void twoTransportsOfOneNameAreRefused() {
        Rtt rtt = new Rtt(run -> seen(7), result -> "so");
        assertThatThrownBy(() -> comparer().run(List.of(rtt), List.of(TCP, UDP, new TcpTransport()), 1))
                .isInstanceOf(UsageException.class)
                .hasMessage("compare: transports: \"tcp\" (expected: each once)");
    }
}
