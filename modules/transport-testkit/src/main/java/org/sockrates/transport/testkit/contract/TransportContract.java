package org.sockrates.transport.testkit.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Leaks;

/**
 * Everything a transport promises, as tests. A new transport extends this once for each family and turns green. Behind
 * every test it is checked that no socket, no selector and no thread is left.
 */
@Timeout(30)
public abstract class TransportContract
        implements AddressPromises,
                ConnectionPromises,
                ConnectingPromises,
                DatagramPromises,
                CarryingPromises,
                BufferPromises,
                EndingPromises,
                WaitingPromises,
                InterruptionPromises,
                PressurePromises,
                OptionPromises,
                GroupPromises,
                HeadPromises,
                ObservingPromises,
                MessagesPromises,
                StreamServingPromises {
    private final Transport transport;
    private final Family family;
    private Bench bench;
    private Leaks leaks;

    protected TransportContract(Transport transport, Family family) {
        this.transport = transport;
        this.family = family;
        this.bench = new Bench(transport, family);
        this.leaks = Leaks.before();
    }

    @BeforeEach
    void layOut() throws Exception {
        warmUp();
        leaks = Leaks.before();
        bench = new Bench(transport, family);
    }

    /** Java opens a descriptor or two of its own with the first sockets, and keeps them. */
    private void warmUp() throws Exception {
        try (Bench first = new Bench(transport, family)) {
            first.pair();
        } catch (IOException absent) {
            assumeTrue(false, () -> "this machine has no loopback for " + family + ": " + absent.getMessage());
        }
    }

    @AfterEach
    void clearAway() throws Exception {
        bench.close();
        leaks.check();
    }

    @Override
    public Bench bench() {
        return bench;
    }

    /** As the traits say; a transport whose limit differs between families overrides this. */
    @Override
    public int largestMessageBytes() {
        return transport.traits().largestMessageBytes();
    }
}
