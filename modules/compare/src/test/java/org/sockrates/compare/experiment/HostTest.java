package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.link.Passage;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.tcp.TcpTransport;

/** What both servers of the experiments do where something goes wrong. */
class HostTest {
    private static final SocketCallException CLOSED = new SocketCallException(Call.ACCEPT, Errno.EBADF);

    private final TransportSocket door = mock();
    private final TransportSocket peer = mock();
    private final Passage passage = mock();

    @BeforeEach
    void set() {
        when(door.transport()).thenReturn(new TcpTransport());
        when(door.phase()).thenReturn(Phase.LISTENING);
    }

    @Test
    void outOfDescriptorsItRestsBeforeItTriesAgain() throws IOException {
        SocketCallException full = new SocketCallException(Call.ACCEPT, Errno.EMFILE);
        when(door.accept()).thenThrow(full, full, CLOSED);
        assertThat(new Host(door).serve(passage)).isZero();
        verify(passage, times(2)).sleep(any());
    }

    @Test
    void soDoesTheEcho() throws IOException {
        SocketCallException full = new SocketCallException(Call.ACCEPT, Errno.EMFILE);
        when(door.accept()).thenThrow(full, full, CLOSED);
        assertThat(Echo.serve(passage, door)).isZero();
        verify(passage, times(2)).sleep(any());
    }

    /** A question may be on its way longer than one call waits. */
    @Test
    void whoConversesAnswersHoweverLateTheQuestionIs() throws IOException {
        when(peer.receiveFrom(any()))
                .thenThrow(new SocketCallException(Call.RECVFROM, Errno.EAGAIN))
                .thenReturn(new InetSocketAddress(9))
                .thenThrow(new SocketCallException(Call.RECVFROM, Errno.EBADF));
        when(peer.sendTo(any(), any()))
                .thenAnswer(call -> call.<ByteBuffer>getArgument(0).limit(0).limit());
        Echo.converse(peer);
        verify(peer).sendTo(any(), any());
    }

    @Test
    void whatElseBefallsAConversationIsTold() throws IOException {
        when(peer.receiveFrom(any())).thenThrow(new SocketCallException(Call.RECVFROM, Errno.ECONNRESET));
        assertErrno(Errno.ECONNRESET, () -> Echo.converse(peer));
    }

    @Test
    void whatBefallsOneClientMakesNobodyWait() throws IOException {
        when(door.accept()).thenReturn(peer, peer).thenThrow(CLOSED);
        when(peer.receiveFrom(any())).thenThrow(new SocketCallException(Call.RECV, Errno.ECONNRESET));
        assertThat(new Host(door).serve(passage)).isEqualTo(2);
        verify(passage, times(0)).sleep(any());
    }

    @Test
    void whoComesWhileItClosesIsClosedToo() throws IOException {
        Host host = new Host(door);
        when(door.accept())
                .thenAnswer(call -> {
                    when(door.phase()).thenReturn(Phase.CLOSED);
                    host.close();
                    return peer;
                })
                .thenThrow(CLOSED);
        host.serve(passage);
        verify(peer).close();
    }
}
