package org.sockrates.shell.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

class TraceCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void saysWhetherItIsOn() {
        typing.type("trace").shows("trace is off").ends(0);
        typing.type("trace on")
                .shows("trace is on; calls typed by hand are shown anyway")
                .ends(0);
        typing.type("trace").shows("trace is on").ends(0);
        typing.type("trace off").shows().ends(0);
        assertThat(typing.type("trace --json").json()).containsEntry("trace", "off");
        assertThat(typing.type("trace on --json").json()).containsEntry("trace", "on");
    }

    @Test
    void tellsEveryCallOfServersAndClientsAsStraceDoes() {
        typing.opens("echo", "server tcp 0 --echo");
        typing.all("trace on", "client {echo} hello").ends(0);
        typing.hears("0\\.[0-9]{6} client 1 connect\\(3, 127\\.0\\.0\\.1:{echo}\\) = 0 <[0-9]+\\.[0-9]+>");
        typing.hears("0\\.[0-9]{6} server 1 recv\\(4, \"hello\", 16384, 0\\) = 5 <[0-9]+\\.[0-9]+>");
        assertThat(typing.news()).noneMatch(line -> line.startsWith("server 1 recv"));
    }

    @Test
    void leavesOutWhatIsTypedByHandAndWhatComesAfterItsEnd() {
        typing.all("trace on", "socket", "trace off").ends(0);
        typing.opens("echo", "server udp 0 --quiet");
        typing.type("client udp {echo} x").ends(0);
        assertThat(typing.news()).isEmpty();
    }

    @Test
    void aSecondTraceReplacesTheFirst() {
        typing.all("trace on", "trace on").ends(0);
        typing.opens("echo", "server udp 0");
        typing.type("trace off").ends(0); // which tells all that was seen
        assertThat(typing.news()).filteredOn(line -> line.contains(" bind(3")).hasSize(1);
    }

    @Test
    void knowsOnlyOnAndOff() {
        typing.type("trace maybe").refuses("trace: \"maybe\" (expected: on or off)");
        typing.type("trace on off").refuses("trace: \"off\" (expected: nothing more; see  help trace)");
    }
}
