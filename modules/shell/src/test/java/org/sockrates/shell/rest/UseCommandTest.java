package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

class UseCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void saysWhichIsInUseAndWhichThereAre() {
        typing.type("use").shows("tcp (of tcp udp)").ends(0);
        assertThat(typing.type("use --json").json())
                .containsEntry("transport", "tcp")
                .containsEntry("transports", List.of("tcp", "udp"));
    }

    @Test
    void picksTheOneThatIsMeantWithoutAName() {
        typing.type("use udp").shows().ends(0);
        typing.type("use").shows("udp (of tcp udp)");
        typing.type("socket").shows("socket(AF_INET, SOCK_DGRAM, 0) = 3");
        typing.type("server 0 --quiet").matches("server udp .*");
    }

    @Test
    void knowsOnlyWhatIsThere() {
        typing.type("use upd").refuses("use: \"upd\" (expected: udp?)");
        typing.type("use sctp").refuses("use: \"sctp\" (expected: tcp udp)");
        typing.type("use tcp udp").refuses("use: \"udp\" (expected: nothing more; see  help use)");
    }
}
