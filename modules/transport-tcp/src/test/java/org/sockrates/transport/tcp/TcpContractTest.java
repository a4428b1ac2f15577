package org.sockrates.transport.tcp;

import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.contract.TransportContract;

class TcpContractTest extends TransportContract {
    TcpContractTest() {
        super(new TcpTransport(), Family.AF_INET);
    }
}
