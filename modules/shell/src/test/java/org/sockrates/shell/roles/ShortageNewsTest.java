package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Returned;
import org.sockrates.transport.text.HostText;

class ShortageNewsTest {
    private static final InetSocketAddress ADDRESS = new InetSocketAddress(HostText.loopback(Family.AF_INET), 9999);

    private final List<String> told = new ArrayList<>();
    private final ShortageNews shortage = new ShortageNews("server 1", "tcp 127.0.0.1:9999", told::add);
    private final CallNews calls = new CallNews("server 1", told::add);

    private static SocketEvent event(Call call, Outcome outcome) {
        return new SocketEvent(1, 2, 3, "tcp", call, None.NONE, outcome, ADDRESS, null);
    }

    private void happens(String who, SocketEvent event) {
        calls.heard(who, event);
        shortage.heard(who, event);
    }

    @Test
    void saysOnceThatNoDescriptorIsLeft() {
        for (int i = 0; i < 100; i++) {
            happens("server 1", event(Call.ACCEPT, new Failed(Errno.EMFILE, "Too many open files")));
        }
        assertThat(told)
                .containsExactly(
                        "server: tcp 127.0.0.1:9999: no file descriptor left for a further client (expected: one"
                                + " each); they wait until one goes; allow more: ulimit -n");
    }

    @Test
    void saysOnceThatNoThreadIsLeft() {
        for (int i = 0; i < 100; i++) {
            shortage.outOfThreads();
        }
        assertThat(told)
                .containsExactly("server: tcp 127.0.0.1:9999: no thread left for a further client (expected: one each);"
                        + " they wait until one goes; allow more: ulimit -u");
    }

    @Test
    void isSilentAboutEverythingElse() {
        shortage.heard("server 2", event(Call.ACCEPT, new Failed(Errno.EMFILE, "")));
        shortage.heard("server 1", event(Call.SOCKET, new Failed(Errno.EMFILE, "")));
        shortage.heard("server 1", event(Call.ACCEPT, new Failed(Errno.EBADF, "")));
        shortage.heard("server 1", event(Call.ACCEPT, new Returned(4)));
        assertThat(told).isEmpty();
        shortage.heard("server 1", event(Call.ACCEPT, new Failed(Errno.ENOBUFS, "")));
        assertThat(told).hasSize(1);
    }
}
