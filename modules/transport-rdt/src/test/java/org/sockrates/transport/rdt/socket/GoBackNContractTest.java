package org.sockrates.transport.rdt.socket;

import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.contract.TransportContract;

final class GoBackNContractTest extends TransportContract {
    GoBackNContractTest() {
        super(new GoBackNTransport(), Family.AF_INET);
    }
}
