package org.sockrates.transport.tcp;

import org.junit.jupiter.api.Nested;
import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.contract.TransportContract;

/** The contract is no description of TCP and UDP: what has connections and boundaries keeps it, too, whatever its limit. */
class MessagesOverTcpContractTest {
    @Nested
    class Short extends TransportContract {
        Short() {
            super(new MessagesOverTcp(1000), Family.AF_INET);
        }
    }

    /** The buffers of both ends have no room for it. */
    @Nested
    class LongerThanAllRoom extends TransportContract {
        LongerThanAllRoom() {
            super(new MessagesOverTcp(9_000_000), Family.AF_INET6);
        }
    }
}
