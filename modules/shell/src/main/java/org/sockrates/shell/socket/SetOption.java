package org.sockrates.shell.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Family;

/** Which option was really set, and what became of a number: who sets one may get another. */
final class SetOption {
    /** Java knows only IPv4's names of these; of an IPv6 socket it sets IPv6's, and of one of datagrams both. */
    private static final Map<String, String> IPV6 = Map.of(
            Outside.GROUPS_LEAVE_BY,
            "IPV6_MULTICAST_IF",
            "IP_MULTICAST_LOOP",
            "IPV6_MULTICAST_LOOP",
            "IP_MULTICAST_TTL",
            "IPV6_MULTICAST_HOPS",
            "IP_TOS",
            "IPV6_TCLASS");

    private SetOption() {}

    static List<String> lines(OpenSocket socket, Option asked) {
        List<String> lines = new ArrayList<>();
        String name = asked.name();
        if (socket.family() == Family.AF_INET6 && IPV6.containsKey(name)) {
            lines.add("of an IPv6 socket Java sets " + IPV6.get(name) + (socket.isKernels() ? "" : ", too")
                    + ", which is IPv6's");
        }
        String got = socket.options().getOrDefault(name, asked.value());
        if (isNumber(asked.value()) && isNumber(got) && Long.parseLong(asked.value()) != Long.parseLong(got)) {
            lines.add("it is " + got + " now");
        }
        return lines;
    }

    static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,18}");
    }
}
