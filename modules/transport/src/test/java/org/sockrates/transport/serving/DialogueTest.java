package org.sockrates.transport.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.sockrates.transport.Traits.Promise.CONNECTION_ORIENTED;
import static org.sockrates.transport.Traits.Promise.KEEPS_BOUNDARIES;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.service.EchoService;

class DialogueTest {
    private static final ServerSettings SETTINGS =
            ServerSettings.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new EchoService());

    private final TransportSocket socket = mock();
    private final Transport transport = mock();
    private int room;

    @ParameterizedTest
    @CsvSource({"1000, 16384", "65507, 65507", "9000000, 9000000", "2147483647, 16777216"})
    void hasRoomForTheLongestMessageUpToSixteenMebibytes(int longest, int expected) throws IOException {
        hold(Traits.of(longest, CONNECTION_ORIENTED, KEEPS_BOUNDARIES));
        assertThat(room).isEqualTo(expected);
    }

    @Test
    void takesAStreamInPieces() throws IOException {
        hold(Traits.of(Integer.MAX_VALUE, CONNECTION_ORIENTED));
        assertThat(room).isEqualTo(16_384);
    }

    @Test
    void endsWithoutAnAnswerWhereAMessageWasCut() throws IOException {
        when(socket.truncatedBytes()).thenReturn(1);
        hold(Traits.of(Integer.MAX_VALUE, CONNECTION_ORIENTED, KEEPS_BOUNDARIES));
        verify(socket, never()).send(any(ByteBuffer.class));
        verify(socket).close();
    }

    @Test
    void whoseMessagesThereIsNoRoomForIsNoPeerAnyMore() throws IOException {
        when(socket.transport()).thenReturn(transport);
        when(transport.traits()).thenThrow(new OutOfMemoryError("Cannot reserve direct buffer memory"));
        PeerTable peers = new PeerTable();
        new Dialogue(SETTINGS, peers).hold(peers.add(socket));
        verify(socket).close();
    }

    @Test
    void aCrowdThatHasGoneLeavesAFewBuffersBehind() throws IOException {
        PeerTable peers = new PeerTable();
        Dialogue dialogue = new Dialogue(SETTINGS, peers);
        Set<ByteBuffer> first = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<ByteBuffer> next = Collections.newSetFromMap(new IdentityHashMap<>());
        crowd(dialogue, peers, 100, first);
        crowd(dialogue, peers, 100, next);
        assertThat(first).hasSize(100);
        assertThat(next).hasSize(100).filteredOn(first::contains).hasSize(32);
    }

    /** So many peers at once: each has its buffer before the next one comes. */
    private static void crowd(Dialogue dialogue, PeerTable peers, int size, Set<ByteBuffer> buffers)
            throws IOException {
        TransportSocket one = mock();
        Transport streams = mock();
        when(streams.traits()).thenReturn(Traits.of(Integer.MAX_VALUE, CONNECTION_ORIENTED));
        when(one.transport()).thenReturn(streams);
        when(one.receive(any())).thenAnswer(call -> {
            buffers.add(call.getArgument(0));
            if (size > 1) {
                crowd(dialogue, peers, size - 1, buffers);
            }
            return TransportSocket.END_OF_STREAM;
        });
        dialogue.hold(peers.add(one));
    }

    /** One message and the end. */
    private void hold(Traits traits) throws IOException {
        when(socket.transport()).thenReturn(transport);
        when(transport.traits()).thenReturn(traits);
        when(socket.receive(any()))
                .thenAnswer(call -> {
                    ByteBuffer into = call.getArgument(0);
                    room = into.remaining();
                    into.put((byte) '?');
                    return 1;
                })
                .thenReturn(TransportSocket.END_OF_STREAM);
        when(socket.send(any(ByteBuffer.class))).thenAnswer(call -> {
            ByteBuffer answer = call.getArgument(0);
            answer.position(answer.limit());
            return 1;
        });
        PeerTable peers = new PeerTable();
        new Dialogue(SETTINGS, peers).hold(peers.add(socket));
    }
}
