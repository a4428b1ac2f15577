package org.sockrates.shell.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Family;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.text.HostText;

/** Looks at the machine, one thing at a time. Each look opens what it needs and closes it. */
final class Checkup {
    private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final byte[] SOME_GROUP = {(byte) 239, (byte) 255, 42, 99};
    private static final int LEAST_JAVA = 17;
    private static final int VIRTUAL_JAVA = 21;

    private final Session session;

    Checkup(Session session) {
        this.session = session;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(terminal());
        findings.add(interfaces());
        for (String name : session.transports()) {
            findings.add(sockets(name, Family.AF_INET));
            findings.add(sockets(name, Family.AF_INET6));
        }
        findings.add(multicast());
        findings.add(kernel());
        findings.add(ports());
        return findings;
    }

    private static Finding java() {
        int feature = Runtime.version().feature();
        String styles = feature >= VIRTUAL_JAVA ? "" : "; 21 or newer for --style virtual";
        return new Finding("java", feature >= LEAST_JAVA, Runtime.version() + styles, true);
    }

    private Finding terminal() {
        boolean unicode = session.defaults().unicode();
        String drawings = unicode ? "drawings in Unicode" : "drawings in ASCII; for finer ones:  export LANG=C.UTF-8";
        return new Finding("terminal", true, session.defaults().width() + " columns, " + drawings, false);
    }

    private static Finding interfaces() {
        try {
            String all = NetworkInterface.networkInterfaces()
                    .map(each -> each.getName() + " "
                            + each.inetAddresses().map(Checkup::host).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining(", "));
            return new Finding("interfaces", true, SafeText.escape(all), false);
        } catch (IOException untold) {
            return new Finding("interfaces", false, "the system does not list them", false);
        }
    }

    /** {@code fd00::2}: without brackets, without the interface it is on anyway. */
    private static String host(InetAddress address) {
        return CallText.address(new InetSocketAddress(address, 0)).replaceAll("^\\[|%.*|]?:0$", "");
    }

    private Finding sockets(String name, Family family) {
        boolean needed = family == Family.AF_INET;
        String what = name + (needed ? "/IPv4" : "/IPv6");
        Transport transport = session.unobserved("doctor", name);
        try (TransportSocket socket = transport.open(family)) {
            socket.bind(new InetSocketAddress(HostText.loopback(family), 0));
            return new Finding(what, true, "a socket can be bound to loopback", needed);
        } catch (IOException refused) {
            return new Finding(what, false, Failure.text(refused), needed);
        }
    }

    private Finding multicast() {
        for (String name : session.transports()) {
            Transport transport = session.unobserved("doctor", name);
            if (transport.traits().groupSend()) {
                return multicast(transport);
            }
        }
        return new Finding("multicast", false, "no transport sends to groups", false);
    }

    private static Finding multicast(Transport transport) {
        try (TransportSocket socket = transport.open(Family.AF_INET)) {
            NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
            if (loopback == null) {
                return new Finding("multicast", false, "there is no loopback interface", false);
            }
            socket.join(InetAddress.getByAddress(SOME_GROUP), loopback);
            return new Finding("multicast", true, "a group can be joined on " + loopback.getName(), false);
        } catch (IOException refused) {
            return new Finding("multicast", false, Failure.text(refused), false);
        }
    }

    private static Finding kernel() {
        boolean there = Files.isReadable(Path.of("/proc/net/tcp"));
        return new Finding(
                "/proc/net",
                there,
                there ? "status shows the kernel's states and queues" : "status shows n/a for states and queues",
                false);
    }

    private static Finding ports() {
        // a file of sysctl gives all of itself to the first read, and nothing to a second one
        try (BufferedReader lines = Files.newBufferedReader(PORTS)) {
            String range = String.valueOf(lines.readLine()).strip().replaceAll("\\s+", " to ");
            return new Finding("ports", true, "the system chooses from " + SafeText.escape(range), false);
        } catch (IOException notLinux) {
            return new Finding("ports", true, "the system does not say which ones it chooses", false);
        }
    }
}
