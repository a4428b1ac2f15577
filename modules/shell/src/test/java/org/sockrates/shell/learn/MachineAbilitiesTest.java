package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.wire.WireAccess;

class MachineAbilitiesTest {
    private final MachineAbilities abilities = new MachineAbilities(WireAccess.none("no wire"));

    @Test
    void everyWordALabMayUseIsKnown() {
        for (String word : MachineAbilities.KNOWN) {
            assertThat(abilities.missing(word)).as(word).isNotEqualTo(Optional.of("unknown here"));
        }
        assertThat(abilities.missing("magic")).contains("unknown here");
    }

    @Test
    void looksAtTheMachine() {
        assertThat(abilities.missing("linux").isEmpty()).isEqualTo(Files.isReadable(Path.of("/proc/net/tcp")));
        assertThat(abilities.missing("virtual-threads").isEmpty())
                .isEqualTo(Runtime.version().feature() >= 21);
        assertThat(abilities.missing("multicast")).isEmpty();
    }
}
