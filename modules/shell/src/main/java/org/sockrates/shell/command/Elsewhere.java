package org.sockrates.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

/** What people write who come from C, Python or another shell, and how it is said here. */
final class Elsewhere {
    /** A call with its parenthesis, perhaps of an object: {@code sock.listen(5)}. */
    private static final Pattern CALL = Pattern.compile("(?:(\\w+)\\.)?(\\w+)(?:\\(.*)?");

    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("sendall", "send"),
            Map.entry("sendmsg", "send"),
            Map.entry("recvmsg", "recvfrom"),
            Map.entry("setsockopt", "options"),
            Map.entry("getsockopt", "options"),
            Map.entry("getsockname", "status"),
            Map.entry("getpeername", "status"),
            Map.entry("netstat", "status"),
            Map.entry("ss", "status"),
            Map.entry("settimeout", "set timeout"),
            Map.entry("lsof", "status"),
            Map.entry("nc", "client"),
            Map.entry("ncat", "client"),
            Map.entry("netcat", "client"),
            Map.entry("telnet", "client"),
            Map.entry("ping", "client"),
            Map.entry("socat", "link"),
            Map.entry("tc", "link"),
            Map.entry("iperf", "compare"),
            Map.entry("iperf3", "compare"),
            Map.entry("strace", "trace"),
            Map.entry("tcpdump", "trace"),
            Map.entry("tshark", "capture"),
            Map.entry("wireshark", "capture"),
            Map.entry("kill", "stop"),
            Map.entry("create_server", "server"),
            Map.entry("create_connection", "client"));

    private Elsewhere() {}

    /** Refuses an assignment if what it gives is a call's: here a socket has a name where it is given one. */
    static void refuseAssignment(Word given) {
        if (given.marked().contains("(")) {
            throw new UsageException("line", "=", "a command; a socket is named so:  socket --as NAME");
        }
    }

    /** Refuses what another shell runs one after the other: here all of it would be one command's words. */
    static void refuseTwoCommands(List<Word> words, Registry registry) {
        for (int i = 0; i + 1 < words.size(); i++) {
            String between = words.get(i).marked();
            if ((between.equals("&&") || between.equals("||") || between.endsWith(";"))
                    && registry.words().contains(words.get(i + 1).marked())) {
                throw new UsageException("line", between, "one command a line; in quotes it is text");
            }
        }
    }

    /** Whether a word is a command elsewhere, and so no beginning of one here: tc. */
    static boolean knows(String typed) {
        return CALLS.containsKey(typed);
    }

    /** What to type in place of a word that is no command. */
    static Optional<String> said(String typed, Registry registry) {
        if (typed.equals("clear") || typed.equals("cls")) {
            return Optional.of("a command; Ctrl-L clears the screen");
        }
        if (typed.matches("[1-9]")) {
            return Optional.of("a command; a lab's question is answered so:  predict " + typed);
        }
        if (typed.equals("sleep")) {
            return Optional.of("a command; to pause:  set timeout 1s , and a recv for which nothing comes");
        }
        if (typed.equals("hint")) {
            return Optional.of("a command; a hint of the lab that has begun:  lab hint");
        }
        Matcher call = CALL.matcher(typed);
        if (!call.matches()) {
            return Optional.empty();
        }
        String name = call.group(2);
        String here = CALLS.getOrDefault(name, name);
        boolean known = !here.equals(name) || registry.words().contains(name);
        boolean plain = typed.equals(name);
        if (!known || (plain && here.equals(name))) {
            return Optional.empty();
        }
        String word = here.split(" ", 2)[0];
        if (plain) {
            return Optional.of(here + "; see  help " + word);
        }
        String of =
                call.group(1) == null || here.contains(" ") || here.equals(call.group(1)) ? "" : " " + call.group(1);
        return Optional.of("blanks between the words, no brackets:  " + here + of + " … ; see  help " + word);
    }
}
