package org.sockrates.transport.rdt.socket;

import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.contract.TransportContract;

final class StopAndWaitContractTest extends TransportContract {
    StopAndWaitContractTest() {
        super(new StopAndWaitTransport(), Family.AF_INET6);
    }
}
