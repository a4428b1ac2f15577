package org.sockrates.sim.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.Protocol;

final class FormulaTest {
    /** Kurose and Ross §3.4.2: 1,000 bytes at 1 Gbit/s from coast to coast and back in 30 ms. */
    private static final TextbookLine COASTS = new TextbookLine(1_000_000_000, Duration.ofMillis(15), 980);

    /** tf = 1 ms, R = 11 ms, a = 5. */
    private static final TextbookLine ELEVEN = new TextbookLine(8_000_000, Duration.ofMillis(5), 980);

    /** No wire to speak of: a round trip of 100 ms, whatever the window. */
    private static final TextbookLine WIDE = new TextbookLine(1_000_000_000_000L, Duration.ofMillis(50), 1_000);

    private static double utilisation(Protocol protocol, TextbookLine line, int window, double loss) {
        return line.packetNanos()
                / Formula.of(protocol, line, window, loss, 1000).messageNanos();
    }

    @Test
    void stopAndWaitFromCoastToCoastIsBusyForATinyPartOfTheTime() {
        assertThat(utilisation(Protocol.STOP_AND_WAIT, COASTS, 1, 0)).isCloseTo(0.00027, within(0.000005));
        assertThat(utilisation(Protocol.GO_BACK_N, COASTS, 3, 0)).isCloseTo(0.0008, within(0.000005));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.0909", "4, 0.3636", "10, 0.9091", "11, 1", "64, 1"})
    void withoutLossAWindowFillsItsShareOfTheRoundTrip(int window, double share) {
        assertThat(utilisation(Protocol.GO_BACK_N, ELEVEN, window, 0)).isCloseTo(share, within(0.0001));
        assertThat(utilisation(Protocol.SELECTIVE_REPEAT, ELEVEN, window, 0)).isCloseTo(share, within(0.0001));
    }

    @ParameterizedTest
    @EnumSource
    void aWindowOfOneIsStopAndWait(Protocol protocol) {
        double roundTripAndTimeouts = 11_000_000 + 11_001_000 * 0.25;

        assertThat(Formula.of(protocol, ELEVEN, 1, 0.2, 1000).messageNanos())
                .isCloseTo(roundTripAndTimeouts, within(1.0));
        assertThat(Formula.of(protocol, ELEVEN, 1, 0.2, 1000).kind()).isEqualTo(Formula.Kind.EXACT);
    }

    @Test
    void stopAndWaitHasNoOtherWindow() {
        assertThat(Formula.of(Protocol.STOP_AND_WAIT, ELEVEN, 8, 0.2, 1000))
                .isEqualTo(Formula.of(Protocol.STOP_AND_WAIT, ELEVEN, 1, 0.2, 1000));
    }

    @Test
    void goBackNPaysARoundTripAndATimeoutForALossThatFillsTheWire() {
        Formula formula = Formula.of(Protocol.GO_BACK_N, ELEVEN, 20, 0.1, 1000);

        assertThat(formula.timeoutNanos()).isEqualTo(30_001_000);
        assertThat(formula.messageNanos()).isCloseTo(1e6 + 10e6 * 0.1 + 30_001_000 / 9.0, within(1.0));
        assertThat(formula.packets()).isCloseTo(1 + 20 / 9.0, within(1e-9));
    }

    /** Of two outstanding packets the chain has two states, and q (2 + p) / (1 + p) leave in a round. */
    @ParameterizedTest
    @CsvSource({"0", "0.05", "0.1", "0.3", "0.6"})
    void selectiveRepeatWithAWindowOfTwoFollowsItsMarkovChain(double loss) {
        Formula formula = Formula.of(Protocol.SELECTIVE_REPEAT, WIDE, 2, loss, 1000);
        double round = 100_001_000 * (1 + loss) / ((1 - loss) * (2 + loss));

        assertThat(formula.kind()).isEqualTo(Formula.Kind.RECKONED);
        assertThat(formula.messageNanos()).isCloseTo(round, within(round * 0.004));
    }

    /** A million is no whole number of windows of three, and the last of them leaves as a whole. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 7, 64})
    void withoutLossWhatIsReckonedIsARoundTripAWindow(int window) {
        Formula formula = Formula.of(Protocol.SELECTIVE_REPEAT, WIDE, window, 0, 1000);

        assertThat(formula.kind()).isEqualTo(Formula.Kind.RECKONED);
        assertThat(formula.messageNanos()).isEqualTo((double) WIDE.roundTripNanos() / window);
    }

    @Test
    void aRecursionIsFollowedForLongerThanWasMeasured() {
        double loss = 0.1;
        double round = 100_001_000 * (1 + loss) / ((1 - loss) * (2 + loss));
        Formula formula = Formula.of(Protocol.SELECTIVE_REPEAT, WIDE, 2, loss, 2_000_000);

        assertThat(formula.followed()).isEqualTo(20_000_000);
        assertThat(formula.messageNanos()).isCloseTo(round, within(round * 0.0004));
    }

    @Test
    void selectiveRepeatOnAWireHasABoundOnly() {
        Formula formula = Formula.of(Protocol.SELECTIVE_REPEAT, ELEVEN, 64, 0.1, 1000);

        assertThat(formula.kind()).isEqualTo(Formula.Kind.BOUND);
        assertThat(utilisation(Protocol.SELECTIVE_REPEAT, ELEVEN, 64, 0.1)).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void aLineThatNoFormulaIsOfIsRefused() {
        assertThatThrownBy(() -> new TextbookLine(1, Duration.ofHours(2), 1_000))
                .isInstanceOf(UsageException.class)
                .hasMessage("delay: \"7200s\" (expected: 0s to 1h)");
        assertThatThrownBy(() -> new TextbookLine(1, Duration.ZERO, 1_401))
                .isInstanceOf(UsageException.class)
                .hasMessage("size: \"1401\" (expected: 8 to 1400)");
    }
}
