// The same as our simulator does, in ns-3: TCP sends so many bytes over a link of 100 Mbit/s, 10 ms and 1 % loss.
// segments BYTES prints:  delivered SEGMENTS seconds WALL
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>

#include "ns3/applications-module.h"
#include "ns3/core-module.h"
#include "ns3/internet-module.h"
#include "ns3/network-module.h"
#include "ns3/point-to-point-module.h"

using namespace ns3;

int main(int count, char** words) {
    const uint64_t bytes = count > 1 ? std::strtoull(words[1], nullptr, 10) : 50000000;
    const uint32_t segment = 1400;
    const uint16_t port = 9;
    Config::SetDefault("ns3::TcpSocket::SegmentSize", UintegerValue(segment));
    Config::SetDefault("ns3::TcpSocket::SndBufSize", UintegerValue(1 << 20));
    Config::SetDefault("ns3::TcpSocket::RcvBufSize", UintegerValue(1 << 20));

    NodeContainer nodes;
    nodes.Create(2);
    PointToPointHelper link;
    link.SetDeviceAttribute("DataRate", StringValue("100Mbps"));
    link.SetChannelAttribute("Delay", StringValue("10ms"));
    NetDeviceContainer devices = link.Install(nodes);
    for (uint32_t i = 0; i < 2; i++) {
        Ptr<RateErrorModel> loss = CreateObject<RateErrorModel>();
        loss->SetUnit(RateErrorModel::ERROR_UNIT_PACKET);
        loss->SetRate(0.01);
        devices.Get(i)->SetAttribute("ReceiveErrorModel", PointerValue(loss));
    }
    InternetStackHelper().Install(nodes);
    Ipv4AddressHelper addresses("10.77.0.0", "255.255.255.0");
    Ipv4InterfaceContainer interfaces = addresses.Assign(devices);

    BulkSendHelper source("ns3::TcpSocketFactory", InetSocketAddress(interfaces.GetAddress(1), port));
    source.SetAttribute("MaxBytes", UintegerValue(bytes));
    source.SetAttribute("SendSize", UintegerValue(segment));
    source.Install(nodes.Get(0));
    PacketSinkHelper sinks("ns3::TcpSocketFactory", InetSocketAddress(Ipv4Address::GetAny(), port));
    ApplicationContainer sink = sinks.Install(nodes.Get(1));

    const auto begin = std::chrono::steady_clock::now();
    Simulator::Stop(Hours(10));
    Simulator::Run();
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    const uint64_t received = sink.Get(0)->GetObject<PacketSink>()->GetTotalRx();
    std::cout << "delivered " << (received + segment - 1) / segment << " seconds " << wall.count() << std::endl;
    Simulator::Destroy();
    return received == bytes ? 0 : 1;
}
