package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.MockedStatic;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.testkit.Leaks;

/** A wire of which some is made already when an error comes: of that nothing stays. */
@InNamespace
@Timeout(60)
class HalfOpenedTest {
    private static final Error AS_IF = new OutOfMemoryError("unable to create native thread");

    private Leaks leaks;

    @BeforeEach
    void allIsLoaded() throws IOException {
        Wire.open(WireSettings.USUAL, LinkSpec.NONE).close();
        leaks = Leaks.before();
    }

    @AfterEach
    void nothingStays() throws IOException {
        leaks.check();
        assertThat(Descriptors.open()).doesNotContainValue("/dev/net/tun");
    }

    private static void fails() {
        fails(WireSettings.USUAL);
    }

    private static void fails(WireSettings settings) {
        assertThatThrownBy(() -> Wire.open(settings, LinkSpec.NONE)).isSameAs(AS_IF);
    }

    @Test
    void whereTheDeviceCannotBeAttached() {
        try (MockedStatic<LibC> calls = mockStatic(LibC.class)) {
            calls.when(LibC::calls).thenThrow(AS_IF);
            fails();
        }
    }

    @Test
    void whereThereIsNoMemoryForItsPackets() {
        // Not a mocked RingIo: in this process each of its calls would allocate from then on, and others measure that.
        WireSettings settings = mock(WireSettings.class, delegatesTo(WireSettings.USUAL));
        doThrow(AS_IF).when(settings).mostAtOnce();
        fails(settings);
    }

    @Test
    void whereTheDeviceCannotBeSetUp() {
        try (MockedStatic<IpCommand> ip = mockStatic(IpCommand.class)) {
            ip.when(() -> IpCommand.run(any())).thenThrow(AS_IF);
            fails();
        }
    }

    @Test
    void whereItsLoopCannotBegin() {
        try (MockedStatic<WarmUp> first = mockStatic(WarmUp.class)) {
            first.when(() -> WarmUp.send(any())).thenThrow(AS_IF);
            fails();
        }
    }
}
