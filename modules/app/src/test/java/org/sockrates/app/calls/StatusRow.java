package org.sockrates.app.calls;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A socket as {@code status} shows it.
 *
 * @param label as hints call it
 * @param local a dash where it has none, and so its peer
 * @param next the calls that may be made
 */
record StatusRow(
        String name,
        String label,
        String protocol,
        String state,
        String queues,
        String local,
        String peer,
        List<String> next) {
    private static final String UNTOLD = "null null";

    @SuppressWarnings("unchecked")
    static StatusRow of(Map<String, Object> json) {
        String name = json.get("name") + "";
        return new StatusRow(
                name,
                name + " (" + json.get("socket") + ")",
                json.get("transport") + "",
                json.get("state") + "",
                json.get("recv_q") + " " + json.get("send_q"),
                Objects.requireNonNullElse(json.get("local"), "-") + "",
                Objects.requireNonNullElse(json.get("peer"), "-") + "",
                (List<String>) json.get("next"));
    }

    /** Whether the kernel's table has to have it; of TCP's only those that listen, or have a connection. */
    boolean isKernels() {
        return !List.of("CREATED", "BOUND", "CLOSED", "TIME-WAIT").contains(state);
    }

    /** Whether the kernel shows it so; of several at one address nobody knows whose queues are whose. */
    boolean is(KernelView.Row row) {
        return row.told().equals(told())
                || (queues.equals(UNTOLD) && row.told().equals(told().replace(UNTOLD, row.queues())));
    }

    /** As the kernel's row tells it. */
    String told() {
        return String.join(" ", protocol, state, queues, local, peer);
    }

    boolean isAt(String address) {
        return plain(local).equals(plain(address));
    }

    boolean goesTo(String address) {
        return plain(peer).equals(plain(address));
    }

    /** An address of IPv4 that an IPv6 socket has is told as the one or the other. */
    private static String plain(String address) {
        return address.replaceFirst("^\\[::ffff:([0-9.]+)]", "$1");
    }

    int port() {
        return local.equals("-") ? 0 : Integer.parseInt(local.substring(local.lastIndexOf(':') + 1));
    }
}
