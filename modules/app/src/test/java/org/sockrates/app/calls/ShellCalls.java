package org.sockrates.app.calls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls as they are typed in a session, but for those of some sockets, which another process has. Behind each all that the
 * session says is held against the kernel; what is not so stands behind the answer.
 */
final class ShellCalls implements Calls {
    private static final String NOTHING_WAITS = "set timeout 1ms";
    private static final String CONNECTS_IN_TIME = "set timeout 5s";
    private static final int MOST_LOOKS = 100;
    private static final String ERRNO = "E[A-Z]+";

    private final PythonCalls others = new PythonCalls();
    private final KernelView kernel = new KernelView();
    private final Set<String> otherNames = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final List<Map<String, Object>> printed = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> lies = new ArrayList<>();
    private TypedSession session = new TypedSession();
    private List<StatusRow> status = List.of();
    private List<String> hints = List.of();
    private String elsewhere = "";
    private int firstPort;

    ShellCalls() throws Exception {}

    /** The sockets of these names, and what they accept, are another process's. */
    void elsewhere(String names) {
        elsewhere = names;
    }

    @Override
    public void begin(int port) throws Exception {
        session.close();
        session = new TypedSession();
        session.type(NOTHING_WAITS);
        others.begin(port);
        firstPort = port;
        otherNames.clear();
        closed.clear();
        printed.clear();
        steps.clear();
        status = List.of();
    }

    @Override
    public boolean has(String call) {
        return !call.matches("(ready|gather) .*|(connect|sendto) \\S+ \\S+ 0.*");
    }

    /** What it was told to do, and then the same again. */
    @Override
    public List<String> advised() {
        if (steps.isEmpty()) {
            return List.of();
        }
        Step last = steps.get(steps.size() - 1);
        boolean again = steps.size() > 2 && steps.get(steps.size() - 3).call().equals(last.call());
        return again
                ? List.of()
                : last.advice().map(call -> List.of(call, last.call())).orElse(List.of());
    }

    @Override
    public String told(String answer) {
        return answer.replaceFirst("^(\\d+) (?:\"[^\"]*\"|crc [0-9a-f]+)", "$1");
    }

    @Override
    public String make(String call) throws Exception {
        String[] words = call.split(" ");
        String name = words[words[0].equals("socket") ? 3 : 1];
        if (words[0].equals("socket") && elsewhere.contains(name)) {
            otherNames.add(name);
        }
        lies.clear();
        hints = List.of();
        String answer = otherNames.contains(name)
                ? ofOthers(call, words)
                : words[0].equals("socket") || row(name).isPresent() ? typed(call, words) : withoutSocket(words);
        look(call, answer);
        return lies.isEmpty() ? answer : answer + " but " + String.join("; ", lies);
    }

    private String ofOthers(String call, String[] words) throws Exception {
        if (words[0].equals("accept")) {
            otherNames.add(words[3]);
        }
        return told(others.make(call));
    }

    /** The shell knows no socket that is closed, and names none there; others pass its number on. */
    private String withoutSocket(String[] words) {
        return !closed.contains(words[1])
                ? "no such socket"
                : switch (words[0]) {
                    case "close" -> "0";
                    case "names" -> "EBADF, EBADF";
                    case "drain" -> "0 EBADF";
                    default -> "EBADF";
                };
    }

    private String typed(String call, String[] words) throws Exception {
        return switch (words[0]) {
            case "drain" -> {
                String answer = drained(words[1]);
                hints = List.of(); // of several calls
                yield answer;
            }
            case "names" -> names(words[1]);
            case "close" -> {
                closed.add(words[1]);
                yield answer(words, reply(line(words)));
            }
            case "connect" -> {
                session.type(CONNECTS_IN_TIME);
                String answer = answer(words, reply(line(words)));
                session.type(NOTHING_WAITS);
                yield answer;
            }
            case "socket" -> {
                String answer = answer(words, reply(call));
                if (words[1].equals("tcp") && !answer.matches(ERRNO)) {
                    reply("options " + words[3] + " TCP_NODELAY on");
                }
                yield answer;
            }
            default -> answer(words, reply(line(words)));
        };
    }

    private String line(String[] words) {
        return List.of(words).stream()
                .map(word -> word.matches("p[0-9]") ? firstPort + Integer.parseInt(word.substring(1)) + "" : word)
                .collect(Collectors.joining(" "));
    }

    /** Types a line and remembers the call that it shows. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> reply(String line) throws Exception {
        List<Object> documents = session.type(line);
        if (documents.size() != 1) {
            return Map.of(
                    "errno",
                    session.aside().matches("(?s).*has no option.*|.*expected: [A-Z]+_.*")
                            ? "ENOPROTOOPT"
                            : session.aside());
        }
        Map<String, Object> reply = (Map<String, Object>) documents.get(0);
        if (reply.containsKey("call")) {
            printed.add(reply);
            hints = (List<String>) reply.get("hints");
        }
        return reply;
    }

    private String answer(String[] words, Map<String, Object> reply) {
        if (reply.get("errno") != null) {
            return reply.get("errno") + "";
        }
        return switch (words[0]) {
            case "accept" -> told(reply.get("peer"), "nobody");
            case "send", "sendto", "recv" -> reply.get("result") + "";
            case "recvfrom" ->
                reply.get("result")
                        + ("udp".equals(reply.get("transport")) ? " from " + told(reply.get("peer"), "nobody") : "");
            case "options" -> words.length == 3 ? reply.get(words[2]) + "" : "0";
            default -> "0";
        };
    }

    private String drained(String name) throws Exception {
        int bytes = 0;
        while (true) {
            Map<String, Object> reply = reply("recv " + name);
            String answer = answer(new String[] {"recv"}, reply);
            if (answer.equals("0") && "tcp".equals(reply.get("transport"))) {
                return bytes + " end";
            }
            if (answer.matches("[0-9]+")) {
                bytes += Integer.parseInt(answer);
            } else if (answer.equals("ECONNREFUSED")) {
                bytes++;
            } else {
                return bytes + " " + answer;
            }
        }
    }

    private String names(String name) {
        return row(name)
                .map(row -> told(row.local().equals("-") ? null : row.local(), "any 0") + ", "
                        + told(row.peer().equals("-") ? null : row.peer(), "ENOTCONN"))
                .orElse("EBADF, EBADF");
    }

    private String told(Object address, String none) {
        if (address == null) {
            return none;
        }
        String text = (address + "").replaceAll("[\\[\\]]|::ffff:", "");
        int colon = text.lastIndexOf(':');
        int port = Integer.parseInt(text.substring(colon + 1));
        boolean own = port >= firstPort && port < firstPort + PORTS;
        return text.substring(0, colon).replaceFirst("^(0.0.0.0|::)$", "any") + " "
                + (own ? "p" + (port - firstPort) : "chosen");
    }

    private Optional<StatusRow> row(String name) {
        return status.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /** Asks the session and the kernel how it is behind what changes something, until the kernel's own answer stands still. */
    private void look(String call, String answer) throws Exception {
        steps.add(new Step(call, answer, hints));
        if (call.matches("(options|names) .*")) {
            return;
        }
        List<StatusRow> earlier = status;
        List<KernelView.Row> before;
        List<KernelView.Row> rows;
        int looks = 0;
        do {
            others.settle();
            before = kernel.rows(firstPort);
            status = status();
            rows = kernel.rows(firstPort);
        } while (!rows.equals(before) && ++looks < MOST_LOOKS);
        Truth truth = new Truth(steps, firstPort, earlier, status, rows, lies);
        truth.ofTable();
        truth.ofNextCalls();
        truth.ofHints();
        truth.ofAdvice();
        truth.ofJournal(session, printed);
    }

    @SuppressWarnings("unchecked")
    private List<StatusRow> status() throws Exception {
        List<Object> rows = (List<Object>) session.type("status").get(0);
        return rows.stream().map(row -> StatusRow.of((Map<String, Object>) row)).toList();
    }

    @Override
    public void close() throws Exception {
        try (others;
                kernel) {
            session.close();
        }
    }
}
