package org.sockrates.shell.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

/** What people write who come from C, Python or another shell, and how it is said here. */
final class Elsewhere {
    /** A call with its parenthesis, perhaps of an object: {@code sock.listen(5)}. */
    private static final Pattern CALL = Pattern.compile("(?:(\\w+)\\.)?(\\w+)(?:\\(.*)?");

    /** The time before an event of its scripts. */
    private static final Pattern PACKETDRILL = Pattern.compile("\\+[0-9]*\\.?[0-9]+");

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
            Map.entry("iperf", "compare throughput"),
            Map.entry("iperf3", "compare throughput"),
            Map.entry("strace", "trace"),
            Map.entry("tcpdump", "trace"),
            Map.entry("tshark", "capture"),
            Map.entry("wireshark", "capture"),
            Map.entry("kill", "stop"),
            Map.entry("create_server", "server"),
            Map.entry("create_connection", "client"),
            Map.entry("read", "recv"),
            Map.entry("write", "send"),
            Map.entry("recvall", "recv --waitall"),
            Map.entry("socket6", "socket --ipv6"),
            Map.entry("msocket", "socket udp"),
            Map.entry("mbind", "bind . any"),
            Map.entry("mjoin", "join"),
            Map.entry("multicast", "join"),
            Map.entry("mleave", "leave"),
            Map.entry("msendto", "sendto"),
            Map.entry("mrecvfrom", "recvfrom"),
            Map.entry("bsend", "sendto"),
            Map.entry("usend", "send --urgent"),
            Map.entry("urgent", "send --urgent"),
            Map.entry("urecv", "recv"),
            Map.entry("broadcast", "options SO_BROADCAST on"),
            Map.entry("reset", "close --reset"),
            Map.entry("rst", "close --reset"),
            Map.entry("fin", "shutdown out"),
            Map.entry("strerror", "explain"),
            Map.entry("perror", "why"),
            Map.entry("curl", "client"),
            Map.entry("wget", "client"),
            Map.entry("sockperf", "compare latency"),
            Map.entry("netperf", "compare throughput"),
            Map.entry("netem", "link"),
            Map.entry("sysctl", "tcp set"),
            Map.entry("proxy", "link add"),
            Map.entry("toxic", "fault"),
            Map.entry("toxics", "fault"),
            Map.entry("toxiproxy", "fault"));

    private static final String BESIDE = "a command; a call waits beside the prompt with & behind it:  recv &";
    private static final String LOOKED_UP = "a command; a name may stand wherever a host may:  connect localhost 7000";
    private static final String AS_READ = "a command; addresses and ports are typed as they are read:  127.0.0.1 7000";

    /** What no single command is. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("clear", "a command; Ctrl-L clears the screen"),
            Map.entry("cls", "a command; Ctrl-L clears the screen"),
            Map.entry("sleep", "a command; to pause:  set timeout 1s , and a recv for which nothing comes"),
            Map.entry("hint", "a command; a hint of the lab that has begun:  lab hint"),
            Map.entry("passive", "a command; three of them:  socket ,  bind 7000 ,  listen"),
            Map.entry("fork", "a command; servers for many:  server 7000 --style threads"),
            Map.entry("fcntl", BESIDE),
            Map.entry("select", BESIDE),
            Map.entry("poll", BESIDE),
            Map.entry("epoll", BESIDE),
            Map.entry("getaddrinfo", LOOKED_UP),
            Map.entry("gethostbyname", LOOKED_UP),
            Map.entry("inet_aton", AS_READ),
            Map.entry("inet_pton", AS_READ),
            Map.entry("htons", AS_READ),
            Map.entry("htonl", AS_READ),
            Map.entry("toxiproxy-cli", "fault; see  help fault"));

    private static final String NO_PEEK = "no such flag: Java reads no byte that stays; how many wait,  status  tells";

    /** Flags of calls, by the command and their name without dashes. */
    private static final Map<String, String> FLAGS = Map.of(
            "send oob",
            "--urgent",
            "recv oob",
            "no such flag:  options SO_OOBINLINE on , then a plain recv",
            "recv peek",
            NO_PEEK,
            "recvfrom peek",
            NO_PEEK);

    /** Programs of a network, for which nothing stands here. */
    private static final Set<String> PROGRAMS =
            Set.of("ethtool", "ifconfig", "ip", "nstat", "packetdrill", "python3", "traceroute");

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
        return CALLS.containsKey(typed) || ANSWERS.containsKey(typed) || PROGRAMS.contains(typed);
    }

    /** What to type in place of an option that a command has not, where the call has such a flag. */
    static Optional<String> flag(String command, String option) {
        String name =
                option.replaceFirst("^-+", "").replaceFirst("(?i)^MSG_", "").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(FLAGS.get(command + " " + name));
    }

    /** What to type in place of a word that is no command. */
    static Optional<String> said(String typed, Registry registry) {
        if (typed.matches("[1-9]")) {
            return Optional.of("a command; a lab's question is answered so:  predict " + typed);
        }
        if (PROGRAMS.contains(typed)) {
            return Optional.of("a command; the program, on the wire:  wire exec -- " + typed + " …");
        }
        if (PACKETDRILL.matcher(typed).matches()) {
            return Optional.of("a command; a script of packetdrill's, on the wire:  wire exec -- packetdrill FILE");
        }
        if (ANSWERS.containsKey(typed)) {
            return Optional.of(ANSWERS.get(typed));
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
