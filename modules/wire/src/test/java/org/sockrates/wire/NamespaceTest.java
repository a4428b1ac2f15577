package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From here, where the tests run, a program starts itself again in a namespace below this one. */
@InNamespace
@Timeout(60)
class NamespaceTest {
    @Test
    void theSameProcessGoesOnInsideWithItsWordsItsStreamsAndItsStatus() throws Exception {
        String outside = seen();
        try (Program program = Program.java(StartsAgain.class, "first", "old")) {
            long number = program.process.pid();
            assertThat(program.line())
                    .isEqualTo("process " + number + " in " + Namespace.current() + " with [first, old]");
            assertThat(program.line())
                    .startsWith("process " + number + " in net:[")
                    .doesNotContain(Namespace.current())
                    .endsWith(" with [first, zwei Wörter, ]");
            assertThat(program.line()).isEqualTo("home /a home");
            assertThat(program.line()).isEqualTo("lo is up: true");
            assertThat(program.line()).isEqualTo("device wire0");
            try (OutputStream in = program.process.getOutputStream()) {
                in.write("hello\n".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(program.line()).isEqualTo("read hello");
            assertThat(program.status()).isEqualTo(7);
        }
        assertThat(seen()).isEqualTo(outside);
    }

    @Test
    void aSignalReachesTheProgramInside() throws Exception {
        try (Program program = Program.java(StartsAgain.class, "first")) {
            for (int i = 0; i < 4; i++) {
                program.line();
            }
            assertThat(program.line()).startsWith("device");
            program.process.toHandle().destroy(); // Process.destroy would close its input, too
            assertThat(program.status()).isEqualTo(128 + 15);
        }
    }

    @Test
    void whoIsInsideDoesNotStartAgain() {
        assertThat(Namespace.inside()).isTrue();
        assertThatThrownBy(() -> Namespace.startAgain(0, List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWayCanBeHadHere() throws IOException {
        assertThat(Namespace.way().words()).startsWith("unshare");
        assertThat(WireAbility.look().missing()).isEmpty();
    }

    /** Devices, addresses, routes and TCP's settings of the namespace the tests run in. */
    private static String seen() throws Exception {
        try (Program addresses = Program.of("ip", "address");
                Program routes = Program.of("ip", "route", "show", "table", "all")) {
            return addresses.rest() + "\n" + routes.rest() + "\n"
                    + TcpSettings.here().values();
        }
    }
}
