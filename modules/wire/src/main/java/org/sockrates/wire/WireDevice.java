package org.sockrates.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.transport.Family;
import org.sockrates.transport.UsageException;

/** A device with its addresses: {@code wire0} at 10.77.0.1, {@code wire1} at 10.77.1.1. */
final class WireDevice implements Closeable {
    private static final int MOST = 250;

    /**
     * What was learned of one link would spoil the next; and of errors to another host the kernel tells a few only. A set of
     * them is a list of numbers, and the empty list a line end: writing nothing at all changes nothing.
     */
    private static final Map<String, String> KERNEL =
            Map.of("net.ipv4.tcp_no_metrics_save", "1", "net.ipv4.icmp_ratemask", "0", "net.ipv6.icmp.ratemask", "\n");

    private final int number;
    private final PacketIo io;
    private final boolean six;
    private volatile long seenOverruns;

    private WireDevice(int number, PacketIo io, boolean six) {
        this.number = number;
        this.io = io;
        this.six = six;
    }

    /** The next that is free from a number on; behind the last comes the first. */
    static WireDevice open(WireSettings settings, int from) throws IOException {
        if (!Namespace.inside()) {
            throw new WireUnavailableException("this process is in no network namespace of its own (expected: one that"
                    + " sockrates --path wire made)");
        }
        for (int i = 0; i < MOST; i++) {
            int number = Math.floorMod(from + i, MOST);
            Optional<Tun> tun = Tun.open(name(number));
            if (tun.isPresent()) {
                return setUp(number, tun.get(), settings);
            }
        }
        throw new IOException("wire: " + MOST + " wires are open (expected: fewer); close some");
    }

    private static WireDevice setUp(int number, Tun tun, WireSettings settings) throws IOException {
        String name = name(number);
        PacketIo io = io(tun, settings);
        try {
            IpCommand.run(List.of(
                    "link set lo up",
                    "link set " + name + " mtu " + settings.mtu() + " txqueuelen 10000 multicast off addrgenmode none",
                    "addr add " + host(number, Family.AF_INET, 1) + "/24 dev " + name,
                    "link set " + name + " up"));
            for (Map.Entry<String, String> each : KERNEL.entrySet()) {
                new Sysctl(each.getKey()).setIfThere(each.getValue());
            }
            return new WireDevice(number, io, hasSix(number));
        } catch (Throwable cannot) {
            io.close();
            throw cannot;
        }
    }

    private static PacketIo io(Tun tun, WireSettings settings) throws IOException {
        try {
            return RingIo.over(tun, settings.mostAtOnce()).orElseGet(() -> new ChannelIo(tun));
        } catch (Throwable cannot) {
            tun.close();
            throw cannot;
        }
    }

    private static boolean hasSix(int number) {
        try {
            String address = host(number, Family.AF_INET6, 1);
            IpCommand.run(List.of("addr add " + address + "/64 dev " + name(number) + " nodad"));
            return SixReady.await(literal(address));
        } catch (IOException disabledHere) {
            return false;
        }
    }

    private static String name(int number) {
        return "wire" + number;
    }

    private static String host(int number, Family family, int end) {
        return family == Family.AF_INET
                ? "10.77." + number + "." + end
                : "fd00:77:0:" + Integer.toHexString(number) + "::" + end;
    }

    /** Packets the kernel threw away since the device's queue was full: the mirror was too slow for who sent them. */
    long overruns() {
        seenOverruns = Math.max(seenOverruns, Overruns.of(name()));
        return seenOverruns;
    }

    PacketIo io() {
        return io;
    }

    int number() {
        return number;
    }

    String name() {
        return name(number);
    }

    InetAddress here(Family family) {
        return address(family, 1);
    }

    InetAddress there(Family family) {
        return address(family, 2);
    }

    private InetAddress address(Family family, int end) {
        if (family == Family.AF_INET6 && !six) {
            throw new UsageException("wire: this machine has no IPv6 (expected: IPv4); use -4");
        }
        return literal(host(number, family, end));
    }

    /** Nobody is asked about a literal. */
    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException neverForLiterals) {
            throw new IllegalStateException(neverForLiterals);
        }
    }

    @Override
    public void close() throws IOException {
        overruns(); // remembered, since the kernel forgets them with the device
        io.close();
    }
}
