package org.sockrates.shell.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sockrates.capture.KernelValue;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.ThisMachine;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Family;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.text.HostText;

/** Looks at the machine, one thing at a time. Each look opens what it needs and closes it. */
final class Checkup {
    private static final int LEAST_JAVA = 17;

    private final Session session;

    Checkup(Session session) {
        this.session = session;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(terminal());
        findings.add(interfaces());
        findings.add(loopback());
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
        String styles = ThisMachine.withoutVirtualThreads().isEmpty()
                ? ""
                : "; " + ThisMachine.VIRTUAL_JAVA + " or newer for --style virtual";
        return new Finding("java", feature >= LEAST_JAVA, Runtime.version() + styles, true);
    }

    private Finding terminal() {
        boolean unicode = session.defaults().unicode();
        String drawings = unicode
                ? "drawings in Unicode"
                : "drawings in ASCII; for finer ones:  export LANG=C.UTF-8, and no TERM=dumb";
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
            return new Finding("interfaces", false, "none is up and has an address", false);
        }
    }

    /** {@code fd00::2}: without the interface it is on anyway. */
    private static String host(InetAddress address) {
        return CallText.host(address).replaceAll("%.*", "");
    }

    private static Finding loopback() {
        Optional<String> missing = ThisMachine.withoutLoopback();
        return new Finding("loopback", missing.isEmpty(), missing.orElse("reaches this machine itself"), true);
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
        boolean sends = session.transports().stream()
                .anyMatch(name -> session.unobserved("doctor", name).traits().groupSend());
        if (!sends) {
            return new Finding("multicast", false, "no transport sends to groups", false);
        }
        return finding("multicast", ThisMachine.withoutMulticast(), "a group can be joined on the loopback interface");
    }

    private static Finding kernel() {
        return finding(
                "/proc/net",
                ThisMachine.withoutKernelTable().map(why -> why + ": status shows n/a for states and queues"),
                "status shows the kernel's states and queues");
    }

    private static Finding finding(String what, Optional<String> missing, String there) {
        return new Finding(what, missing.isEmpty(), missing.orElse(there), false);
    }

    private static Finding ports() {
        String told = new KernelValue("net.ipv4.ip_local_port_range")
                .now()
                .map(range -> "the system chooses from " + SafeText.escape(range.replaceAll("\\s+", " to ")))
                .orElse("the system does not say which ones it chooses");
        return new Finding("ports", true, told, false);
    }
}
