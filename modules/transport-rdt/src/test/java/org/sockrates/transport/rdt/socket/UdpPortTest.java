package org.sockrates.transport.rdt.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.MockedStatic;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.testkit.Child;

@Timeout(30)
class UdpPortTest {
    private static final InetSocketAddress THERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    private static final Map<Errno, IOException> TOLD = Map.of(
            Errno.ECONNREFUSED, new PortUnreachableException(),
            Errno.EHOSTUNREACH, new SocketException("No route to host"),
            Errno.ENETUNREACH, new SocketException("Network is unreachable"),
            Errno.ENOBUFS, new SocketException("No buffer space available"));

    /** Of the way to whom it is connected to; anybody else's is a loss, and so is what says nothing of the way. */
    @ParameterizedTest
    @CsvSource({
        "true,  ECONNREFUSED, ECONNREFUSED",
        "true,  EHOSTUNREACH, EHOSTUNREACH",
        "true,  ENETUNREACH,  ENETUNREACH",
        "true,  ENOBUFS,",
        "false, ECONNREFUSED,",
        "false, EHOSTUNREACH,",
    })
    void tellsWhatItHearsOfTheWay(boolean connected, Errno told, @Nullable Errno heard) throws IOException {
        for (boolean whileItSends : List.of(false, true)) {
            DatagramChannel channel = mock(DatagramChannel.class);
            when(channel.isConnected()).thenReturn(connected);
            when(channel.isOpen()).thenReturn(true);
            IOException failure = TOLD.get(told);
            if (whileItSends) {
                when(channel.send(any(), any())).thenThrow(failure);
            } else {
                when(channel.receive(any())).thenThrow(failure).thenReturn(null);
            }
            Port.Above above = mock(Port.Above.class);
            UdpPort port = over(channel, above);
            port.send(ByteBuffer.allocate(1), THERE);
            port.poll();

            verify(above, heard == null ? never() : times(1)).unreachable(any());
            if (heard != null) {
                verify(above).unreachable(heard);
            }
        }
    }

    private static UdpPort over(DatagramChannel channel, Port.Above above) throws IOException {
        try (MockedStatic<DatagramChannel> channels = mockStatic(DatagramChannel.class)) {
            channels.when(() -> DatagramChannel.open(Family.AF_INET.protocolFamily()))
                    .thenReturn(channel);
            return new UdpPort(Family.AF_INET, above, mock(UdpLoop.class), SystemClock.INSTANCE);
        }
    }

    /** Java's first close takes two for good; where they are not to be had, nothing could be closed ever after. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2"})
    void whoHasNoRoomForAFirstCloseMakesNoSocketYet(String left) throws Exception {
        try (Child narrow = Child.java(64, List.of(), LittleRoom.class, left)) {
            assertThat(narrow.line()).isEqualTo("EMFILE");
            assertThat(narrow.line()).isEqualTo("closed");
            assertThat(narrow.end()).isZero();
        }
    }
}
