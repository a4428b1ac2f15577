package org.sockrates.shell.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sockrates.capture.kernel.KernelValue;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.shell.session.Session;
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

    List<Diagnosis> diagnoses() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(java());
        diagnoses.add(terminal());
        diagnoses.add(interfaces());
        diagnoses.add(loopback());
        for (String name : session.transports()) {
            diagnoses.add(sockets(name, Family.AF_INET));
            diagnoses.add(sockets(name, Family.AF_INET6));
        }
        diagnoses.add(multicast());
        diagnoses.add(kernel());
        diagnoses.add(ports());
        return diagnoses;
    }

    private static Diagnosis java() {
        int feature = Runtime.version().feature();
        String styles = ThisMachine.withoutVirtualThreads().isEmpty()
                ? ""
                : "; " + ThisMachine.VIRTUAL_JAVA + " or newer for --style virtual";
        return new Diagnosis("java", feature >= LEAST_JAVA, Runtime.version() + styles, true);
    }

    private Diagnosis terminal() {
        String drawings = switch (session.defaults().drawing()) {
            case UNICODE -> "drawings in Unicode";
            case ASCII -> "drawings in ASCII; for finer ones:  export LANG=C.UTF-8, and no TERM=dumb";
            case WORDS -> "ladders in words";
        };
        return new Diagnosis("terminal", true, session.defaults().width() + " columns, " + drawings);
    }

    private static Diagnosis interfaces() {
        try {
            String all = NetworkInterface.networkInterfaces()
                    .map(each -> each.getName() + " "
                            + each.inetAddresses().map(Checkup::host).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining(", "));
            return new Diagnosis("interfaces", true, SafeText.escape(all));
        } catch (IOException untold) {
            return new Diagnosis("interfaces", false, "none is up and has an address");
        }
    }

    /** {@code fd00::2}: without the interface it is on anyway. */
    private static String host(InetAddress address) {
        return CallText.host(address).replaceAll("%.*", "");
    }

    private static Diagnosis loopback() {
        Optional<String> missing = ThisMachine.withoutLoopback();
        return new Diagnosis("loopback", missing.isEmpty(), missing.orElse("reaches this machine itself"), true);
    }

    private Diagnosis sockets(String name, Family family) {
        boolean needed = family == Family.AF_INET;
        String what = name + (needed ? "/IPv4" : "/IPv6");
        Transport transport = session.unobserved("doctor", name);
        try (TransportSocket socket = transport.open(family)) {
            socket.bind(new InetSocketAddress(HostText.loopback(family), 0));
            if (!transport.traits().connectionOriented()) {
                return new Diagnosis(what, true, "a socket can be bound to loopback", needed);
            }
            socket.listen(1);
            return new Diagnosis(what, true, "a socket can be bound to loopback, and listen there", needed);
        } catch (IOException refused) {
            return new Diagnosis(what, false, Failure.text(refused), needed);
        }
    }

    private Diagnosis multicast() {
        boolean sends = session.transports().stream()
                .anyMatch(name -> session.unobserved("doctor", name).traits().groupSend());
        if (!sends) {
            return new Diagnosis("multicast", false, "no transport sends to groups");
        }
        return Diagnosis.of(
                "multicast", ThisMachine.withoutMulticast(), "a group can be joined on the loopback interface");
    }

    private static Diagnosis kernel() {
        return Diagnosis.of(
                "/proc/net",
                ThisMachine.withoutKernelTable().map(why -> why + ": status shows n/a for states and queues"),
                "status shows the kernel's states and queues");
    }

    private static Diagnosis ports() {
        String told = new KernelValue("net.ipv4.ip_local_port_range")
                .now()
                .map(range -> "the system chooses from " + SafeText.escape(range.replaceAll("\\s+", " to ")))
                .orElse("the system does not say which ones it chooses");
        return new Diagnosis("ports", true, told);
    }
}
