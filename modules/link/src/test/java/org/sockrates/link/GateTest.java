package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.UsageException;

class GateTest {
    private final Gate gate = new Gate();

    @Test
    void letsEverythingPassUntilItIsShut() {
        assertThat(gate.pass()).isTrue();
        gate.pause();
        assertThat(gate.shut()).isTrue();
        assertThat(gate.pass()).isFalse();
        gate.resume();
        assertThat(gate.pass()).isTrue();
    }

    @Test
    void letsSoManyPassAndNoMore() {
        gate.pause();
        gate.step(2);
        gate.step(1);
        assertThat(Stream.generate(gate::pass).limit(5)).containsExactly(true, true, true, false, false);
    }

    @Test
    void takesNoStepBack() {
        gate.pause();
        assertThatThrownBy(() -> gate.step(0)).hasMessage("link: step: \"0\" (expected: 1 or more)");
        assertThatThrownBy(() -> gate.step(-3))
                .isInstanceOf(UsageException.class)
                .hasMessage("link: step: \"-3\" (expected: 1 or more)");
    }

    @Test
    void stepsLeftOverAreForgottenByAPauseAndByAResume() {
        gate.pause();
        gate.step(5);
        gate.pause();
        assertThat(gate.pass()).isFalse();
        gate.step(5);
        gate.resume();
        gate.pause();
        assertThat(gate.pass()).isFalse();
    }

    @Test
    void anOpenGateHasNoSteps() {
        assertThatThrownBy(() -> gate.step(1))
                .isInstanceOf(UsageException.class)
                .hasMessage("link: step: the link is not paused (expected: pause first)");
    }
}
