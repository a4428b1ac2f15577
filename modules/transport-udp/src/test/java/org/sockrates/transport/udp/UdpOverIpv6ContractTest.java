package org.sockrates.transport.udp;

import org.sockrates.transport.Family;
import org.sockrates.transport.testkit.contract.TransportContract;

class UdpOverIpv6ContractTest extends TransportContract {
    UdpOverIpv6ContractTest() {
        super(new UdpTransport(), Family.AF_INET6);
    }

    @Override
    public int largestMessageBytes() {
        return LargestDatagram.IPV6_PAYLOAD_BYTES;
    }
}
