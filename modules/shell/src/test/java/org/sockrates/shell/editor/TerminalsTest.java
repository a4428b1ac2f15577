package org.sockrates.shell.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;
import org.junit.jupiter.api.Test;

class TerminalsTest {
    @Test
    void aProgramWithoutATerminalHasADumbOne() throws IOException {
        assumeThat(System.console()).as("tests run without a terminal").isNull();
        try (Terminal terminal = Terminals.open()) {
            assertThat(terminal.getType()).startsWith(Terminal.TYPE_DUMB);
        }
    }

    @Test
    void aWellKnownTerminalIsKnownWithoutAskingAProgram() throws Exception {
        String type = "screen-256color";
        Terminals.knowWithoutAsking(type);
        assertThat(InfoCmp.getInfoCmp(type)).isNotNull().isEqualTo(InfoCmp.getDefaultInfoCmp(type));
        Terminals.knowWithoutAsking("nosuch-terminal");
        Terminals.knowWithoutAsking(null);
        assertThat(InfoCmp.getDefaultInfoCmp("nosuch-terminal")).isNull();
    }
}
