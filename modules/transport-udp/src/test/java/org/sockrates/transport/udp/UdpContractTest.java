package org.sockrates.transport.udp;

import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.contract.TransportContract;

class UdpContractTest extends TransportContract {
    UdpContractTest() {
        super(new UdpTransport(), Family.AF_INET);
    }
}
