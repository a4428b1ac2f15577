package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

class VersionCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

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
