package org.sockrates.app.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a session says behind a call, held against the kernel's table, what the call itself answered, and what was said before.
 *
 * @param steps the calls so far, this one last
 * @param firstPort the one that calls name {@code p0}
 * @param earlier the session's sockets before the call
 * @param status the same behind it
 * @param kernel at that time
 * @param lies where what is not so is added
 */
record Truth(
        List<Step> steps,
        int firstPort,
        List<StatusRow> earlier,
        List<StatusRow> status,
        List<KernelView.Row> kernel,
        List<String> lies) {
    private static final String WRONG_STATE = "EINVAL|ENOTCONN|EISCONN|EDESTADDRREQ|EBADF";

    /** Calls that the textbook's order leaves out, though they can be made. */
    private static final String LEFT_OUT = "close .*|options .*|names .*|drain .*|join .*|leave .*"
            + "|listen tcp (CREATED|LISTEN)"
            + "|(recv|recvfrom|sendto|connect) udp .*"
            + "|(shutdown|recv|recvfrom) tcp (?!CREATED|BOUND|LISTEN).*";

    /** A status has all sockets that the kernel has, with the same state, queues and addresses, and no others. */
    void ofTable() {
        List<KernelView.Row> rows = new ArrayList<>(kernel.stream()
                .filter(row -> row.own() && !row.told().startsWith("tcp UNCONN"))
                .toList());
        for (StatusRow shown : status) {
            Optional<KernelView.Row> found = rows.stream().filter(shown::is).findFirst();
            if (found.isPresent()) {
                rows.remove(found.get());
            } else if (shown.isKernels()) {
                lies.add("status has " + shown.told());
            }
        }
        rows.forEach(row -> lies.add("the kernel has " + row.told()));
    }

    /** A call that it named is not one for another state; one that it did not name fails, or waits. */
    void ofNextCalls() {
        socket().ifPresent(socket -> {
            String word = last().call().split(" ")[0];
            String answer = last().answer();
            boolean named = socket.next().contains(word)
                    || (socket.protocol().equals("tcp") && socket.next().contains(word.replaceFirst("from|to$", "")));
            if (named ? answer.matches(WRONG_STATE) : !last().failed() && !isLeftOut(word, socket)) {
                lies.add("before it " + socket.told() + " was to be called: " + socket.next());
            }
        });
    }

    private static boolean isLeftOut(String word, StatusRow socket) {
        return String.join(" ", word, socket.protocol(), socket.state()).matches(LEFT_OUT);
    }

    /** Whoever does what was advised under a call is not told the same again. */
    void ofAdvice() {
        if (steps.size() > 2) {
            Step before = steps.get(steps.size() - 3);
            Step done = steps.get(steps.size() - 2);
            if (before.advice().equals(Optional.of(done.call())) && !done.failed() && before.equals(last())) {
                lies.add("that was said, too, before " + done);
            }
        }
    }

    /** A reason that can be looked at is so. */
    void ofHints() {
        for (String hint : last().hints()) {
            for (Reason reason : Reason.values()) {
                if (!reason.holds(hint, this)) {
                    lies.add("it is not so: " + hint);
                }
            }
        }
    }

    /** The last calls of the journal are those that were shown last. */
    @SuppressWarnings("unchecked")
    void ofJournal(TypedSession session, List<Map<String, Object>> printed) throws Exception {
        List<Map<String, Object>> shown = printed.subList(Math.max(0, printed.size() - 3), printed.size());
        List<Map<String, Object>> kept = new ArrayList<>();
        for (Object document : shown.isEmpty() ? List.of() : session.type("journal " + shown.size())) {
            Map<String, Object> entry = (Map<String, Object>) document;
            Map<String, Object> data = new HashMap<>((Map<String, Object>) entry.get("data"));
            data.put("call", (entry.get("name") + "").replace("socket:", ""));
            data.remove("sequence");
            kept.add(data);
        }
        List<Map<String, Object>> told = shown.stream()
                .map(reply -> {
                    Map<String, Object> call = new HashMap<>(reply);
                    call.keySet().removeAll(List.of("hints", "name"));
                    return call;
                })
                .toList();
        if (!told.equals(kept)) {
            lies.add("the journal ends in " + kept);
        }
    }

    /** The socket of the call, before it. */
    Optional<StatusRow> socket() {
        return called(last().socket(), earlier);
    }

    private static Optional<StatusRow> called(String label, List<StatusRow> rows) {
        return rows.stream()
                .filter(row -> row.label().equals(label) || row.name().equals(label))
                .findFirst();
    }

    /** Whether a socket of the session that hints call so is in one of these states. */
    boolean is(String label, String states) {
        return called(label, status).filter(row -> row.state().matches(states)).isPresent();
    }

    /** Whether the call's own socket is. */
    boolean isNow(String states) {
        return is(last().socket(), states);
    }

    /** Whether nothing waits at the call's own socket. */
    boolean hasNothing() {
        return called(last().socket(), status)
                .filter(row -> row.queues().matches("(0|null) .*"))
                .isPresent();
    }

    boolean has(String label, int port) {
        return called(label, status).filter(row -> row.port() == port).isPresent();
    }

    boolean goesTo(String label, String peer) {
        return called(label, status).filter(row -> row.goesTo(peer)).isPresent();
    }

    /** The port that the call names. */
    int port() {
        String word = last().call().split(" ")[3];
        return word.startsWith("p") ? firstPort + Integer.parseInt(word.substring(1)) : Integer.parseInt(word);
    }

    /** Whether somebody is at an address, or at all addresses, and not for one peer alone. */
    boolean serves(String kind, String address) {
        int colon = address.lastIndexOf(':');
        String host = Pattern.quote(address.substring(0, colon));
        String places = "(0.0.0.0|\\[::]|" + host + "|\\[::ffff:" + host + "])" + address.substring(colon);
        return kernel.stream()
                .filter(KernelView.Row::inUse)
                .anyMatch(row -> row.told().matches(kind + " .* " + places + " -"));
    }

    /** Whether one of the calls of the same socket, this one among them, has answered so. */
    boolean met(String text) {
        return steps.stream()
                .filter(each -> each.socket().equals(last().socket()))
                .anyMatch(each -> each.toString().matches(text));
    }

    private Step last() {
        return steps.get(steps.size() - 1);
    }
}
