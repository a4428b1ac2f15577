package org.sockrates.transport.tcp;

import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.contract.TransportContract;

class TcpOverIpv6ContractTest extends TransportContract {
    TcpOverIpv6ContractTest() {
        super(new TcpTransport(), Family.AF_INET6);
    }
}
