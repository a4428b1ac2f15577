package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.shell.Typing;
import org.sockrates.shell.session.GradedProgram;

class LabInterpreterTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatWasPardonedBeforeACommandIsNoTimeOfIts() {
        typing.all("socket udp --as a", "bind a 0", "set timeout 10min").ends(0);
        GradedProgram client = mock(GradedProgram.class);
        when(client.pardoned()).thenReturn(Duration.ofHours(1));
        typing.session().grade(client);
        assertThat(LabInterpreter.over(typing.interpreter())
                        .interpret("recv a", Duration.ofMillis(50))
                        .timedOut())
                .isTrue();
    }
}
