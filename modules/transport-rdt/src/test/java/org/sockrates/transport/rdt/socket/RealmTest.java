package org.sockrates.transport.rdt.socket;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mockito.MockMakers;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;

class RealmTest {
    @Test
    void aStationWhosePortDoesNotTakeTheOptionsIsClosedAndTheOldOneStays() throws IOException {
        Port old = stubbed(Port.class);
        Port next = stubbed(Port.class);
        Underlay underlay = stubbed(Underlay.class);
        when(underlay.open(any(), any())).thenReturn(old, next);
        when(old.isOpen()).thenReturn(true);
        Realm realm = new Realm(stubbed(Machine.class), underlay);
        Station station = realm.station(Family.AF_INET);
        StreamOptions options = new StreamOptions(false);
        options.set(old, "SO_RCVBUF", "4096");
        SocketCallException refused = new SocketCallException(Call.SETSOCKOPT, Errno.ENOBUFS);
        doThrow(refused).when(next).option("SO_RCVBUF", "4096");

        assertThatThrownBy(() -> realm.another(station, Family.AF_INET, options))
                .isSameAs(refused);
        verify(next).close();
        verify(old, never()).close();
    }

    /** As a proxy: what else Mockito rewrites, default methods too, makes garbage ever after, which other tests count. */
    private static <T> T stubbed(Class<T> type) {
        return mock(type, withSettings().mockMaker(MockMakers.PROXY));
    }
}
