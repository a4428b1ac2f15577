package org.sockrates.transport.rdt.socket;

import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.contract.TransportContract;

final class SelectiveRepeatContractTest extends TransportContract {
    SelectiveRepeatContractTest() {
        super(new SelectiveRepeatTransport(), Family.AF_INET);
    }
}
