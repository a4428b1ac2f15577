package org.sockrates.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for the output of every command, whatever it is about. */
class EveryCommandTest extends WithFolder {
    /** A session that types every command at least once, with long names, long addresses and payloads full of escapes. */
    private static final List<String> SESSION = List.of(
            "version",
            "help",
            "doctor",
            "set",
            "use",
            "use tcp",
            "explain",
            "explain EADDRINUSE",
            "why",
            "why lost_percent",
            "labs",
            "labs review 01 02",
            "sim --count 20",
            "rdt rules",
            "rdt check --seeds 5",
            "rdt check --seeds 5 --forge",
            "rdt check rdt-gbn --schedule \"client sends 1; downstream inject 1st ack ack-beyond 3\"",
            "rdt check rdt-sr --schedule \"client sends 1; upstream drop 1st data\"",
            "rdt check org.sockrates.Missing",
            "sim rdt-gbn --count 3 --ladder",
            "sim rdt-gbn --count 3 --ladder --words",
            "sim rdt-gbn --count 3 --trace",
            "sim sweep --count 20 --repeat 2",
            "sim sweep rdt-sr --count 20 --repeat 1 --loss 1.123456789%,90% --window 1024 --rate 1tbit --ascii",
            "sim rdt-sr --count 200 --window 4 --numbers 5 --timeout 60ms --link \"delay 20ms loss 20%\"",
            "history",
            "socket tcp --as door-of-the-house --ipv6",
            "bind ::1 0",
            "listen",
            "socket tcp --as alice-and-her-cat --ipv6",
            "connect ::1 {3}",
            "accept 3 --as bob-and-his-dogs1",
            "send 4"
                    + " \"\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17\\x18\"",
            "recv 5",
            "send 4 #60000",
            "set timeout 50ms",
            "recv 5 1048576 --waitall",
            "set timeout 10s",
            "send 4 #60000",
            "recv 5 --expect #60000",
            "send 4 #40000",
            "recv 5 40000 --waitall --expect \"\\x80\\x81\\x82\\x83\\x84\\x85\\x86\\x87\"",
            "status",
            "tcp",
            "tcp show 4",
            "tcp watch 4",
            "tcp plot 4",
            "tcp settings",
            "tcp set congestion",
            "tcp set sack off",
            "explain ssthresh",
            "options 5",
            "options 5 TCP_NODELAY on",
            "shutdown 5 out",
            "bind 5 ::1 1",
            "connect 5 ::1 {3}",
            "send 5 hello",
            "ladder",
            "ladder --list",
            "ladder --segments",
            "ladder --all --words",
            "set drawings ascii",
            "ladder",
            "set drawings unicode",
            "ladder --rows 4",
            "close 5 --reset",
            "recv 4",
            "socket udp --as carol --ipv6",
            "bind ::1 0",
            "sendto carol ::1 {carol} #60000",
            "recvfrom carol --expect #2000",
            "sendto carol ::1 {carol} #70000",
            "socket udp --as dave",
            "join 239.77.1.5 lo",
            "leave 239.77.1.5 lo",
            "leave 239.77.1.5 lo",
            "listen dave",
            "recv dave &",
            "jobs",
            "stop",
            "wait",
            "trace on",
            "server udp 0 --pinger 30% --seed 9223372036854775807",
            "client udp ::1 {carol} --count 2 --interval 0ms --timeout 20ms",
            "client udp {1} #200 --timeout 20ms",
            "trace off",
            "link add tcp ::1 {3} delay 20ms 5ms reorder 25% gap 5 rate 1mbit limit 1000 seed 9223372036854775807",
            "link add udp {carol} delay 20ms 5ms loss gemodel 2% 30% duplicate 1% reorder 25% gap 5 corrupt 0.1%",
            "link show --as tc",
            "sendto dave {carol} hello",
            "link log 1",
            "link log 1 --from 1",
            "link",
            "fault use 1 downstream latency 100ms 20ms bandwidth 1mbit slow_close 1s limit_data 10KiB slicer 100 20"
                    + " 5ms",
            "link drop *",
            "journal 100",
            "lab start 01",
            "lab next",
            "lab next",
            "predict 1",
            "lab hint",
            "lab check",
            "run 01",
            "grade 02 -- /bin/sh -c \"echo {port}; exit 3\"",
            "grade 02",
            "lab start 03",
            "grade 03 -- /bin/sh -c \"echo {port} {up}; exit 3\"",
            "grade 03 -- /bin/sh {port}",
            "program",
            "program type --end",
            "program wait --end",
            "program stop",
            "program start",
            "program stop --timeout 1s",
            "record 01.cast 01",
            "record talk.cast",
            "record",
            "record off",
            "compare boundaries --quick",
            "compare delivery --quick --link \"delay 1ms loss 5% duplicate 1%\"",
            "source talk.sock",
            "path",
            "capture",
            "wire exec -- true",
            "exit");

    @BeforeEach
    void open() throws IOException {
        Path labs = Files.createDirectories(folder.resolve("scripts/labs"));
        String words = "words ".repeat(40).strip();
        Files.writeString(
                labs.resolve("01-long.lab"),
                "---\ntitle: " + words + "\nquestion: " + words + "\nremember: " + words + "\nsource: " + words
                        + "\nhint: "
                        + words + "\n---\n# " + words + "\nudp> socket udp\nnot " + words + "\n# predict: " + words
                        + "\n#   [x] " + words + "\n#   [ ] no\n# because: " + words + "\nudp> bind 0\nnot " + words
                        + "\n");
        Files.writeString(labs.resolve("02-yours.lab"), "---\nprogram: server\n---\ntcp> client {port} hello\nhello\n");
        Files.writeString(
                labs.resolve("03-proxy.lab"),
                "---\nprogram: server\ntakes: up\n---\ntcp> server 0\nserver tcp {_}:{up}: echo (job 1)\ntcp> client {port} hello\nhello\n");
        Files.writeString(folder.resolve("talk.sock"), "socket\nclose .\n");
        typing.interpreter().history(() -> List.of("send " + words));
    }

    @Test
    void showsNoLineOfMoreThanEightyColumns() {
        List<String> wide = new ArrayList<>();
        int lines = 0;
        for (String line : SESSION) {
            Shown shown = typing.type(line);
            lines += shown.lines().size();
            shown.lines().stream()
                    .filter(one -> one.length() > 80 && !one.matches("[0-9 ]{5} [-+. ] .*")) // of a lab, to be copied
                    .filter(one -> !one.matches("recv.* = [0-9]+, (not )?as in .*")) // a call stays in one line
                    .forEach(one -> wide.add(line + ": " + one));
        }
        for (String word : typing.interpreter().registry().words()) {
            Shown page = typing.type("help " + word);
            page.lines().stream().filter(one -> one.length() > 80).forEach(one -> wide.add(word + ": " + one));
        }
        typing.news().stream().filter(one -> one.length() > 80).forEach(one -> wide.add("news: " + one));
        assertThat(wide).isEmpty();
        assertThat(lines).isGreaterThan(300);
        assertThat(typing.news()).hasSizeGreaterThan(5);
    }

    @Test
    void tellsAProgramDocumentsAndNothingElse() {
        for (String line : SESSION) {
            String asked = line.replaceFirst("( --.*| &)?$", " --json$1");
            Shown shown = typing.type(asked);
            assertThat(shown.documents()).as(asked).hasSizeLessThanOrEqualTo(line.startsWith("journal") ? 100 : 1);
            boolean failed = !shown.troubles().isEmpty();
            assertThat(shown.lines().isEmpty()).as("%s: %s", asked, shown).isEqualTo(failed);
        }
    }

    @Test
    void isTypedInThisSession() {
        TreeSet<String> typed = new TreeSet<>();
        SESSION.forEach(line -> typed.add(line.split(" ", 2)[0]));
        Set<String> words = Set.copyOf(typing.interpreter().registry().words());
        assertThat(words)
                .as("commands that SESSION does not type")
                .filteredOn(word -> !typed.contains(word))
                .isEmpty();
        assertThat(typed)
                .as("words of SESSION that are no command")
                .filteredOn(word -> !words.contains(word))
                .isEmpty();
    }
}
