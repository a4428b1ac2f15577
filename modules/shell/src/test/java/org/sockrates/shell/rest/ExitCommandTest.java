package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;

class ExitCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @ParameterizedTest
    @ValueSource(strings = {"exit", "quit", "q"})
    void asksTheFrontEndToReadNoFurther(String word) {
        assertThat(typing.interpreter().leaving()).isFalse();
        typing.type(word).shows().ends(0);
        assertThat(typing.interpreter().leaving()).isTrue();
    }

    @Test
    void takesNoOperand() {
        typing.type("exit 1").refuses("exit: \"1\" (expected: nothing more)");
        assertThat(typing.interpreter().leaving()).isFalse();
    }
}
