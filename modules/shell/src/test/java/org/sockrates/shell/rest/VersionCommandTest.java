package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

class VersionCommandTest {
    private final Typing typing = new Typing();

    @AfterEach
    void close() {
        typing.close();
    }

    @Test
    void saysWhatItIsAndWhatItRunsOn() {
        String java = System.getProperty("java.version");
        typing.type("version")
                .matches("sockrates  .+", "java       " + java.replace("+", "\\+") + ", .*", "system     .+, .+")
                .ends(0);
        assertThat(typing.type("version --json").json()).containsOnlyKeys("sockrates", "java", "system");
    }

    @Test
    void takesNoOperand() {
        typing.type("version 2").refuses("version: \"2\" (expected: nothing more)");
    }
}
