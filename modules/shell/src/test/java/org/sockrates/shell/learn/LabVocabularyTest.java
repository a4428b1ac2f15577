package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.WithFolder;

/** What is known of a lab's lines before they run. */
class LabVocabularyTest extends WithFolder {
    @Test
    void whatNoSessionWouldTakeIsRefusedBeforeAnythingStarts() throws IOException {
        lab("a.lab", """
                > server udp 0
                server udp 127.0.0.1:{door}: {_} (job {n})
                > link add udp {door} delay 50
                > link use {n} delay 20ms los 5%
                > link add udp localhost:7 loss 5
                > link ad 7 loss 5%
                > fault use 1 latency 50
                > client localhost {door} --count x
                > client localhost 99999 hello
                > connect a localhost 65536
                > set timeout 5
                > set timout 5s
                > program restart
                > program stop --timeout 5
                > server 0 --backlog
                > recv a --expect hex:4
                > recvfrom a --expect "hex:48 65"
                > recv a --expect #99999999
                > recv a --expect "{door}"
                """);
        assertThat(refused("run a.lab").stream()
                        .map(line -> line.substring(folder.toString().length())))
                .containsExactly(
                        "/a.lab:3:29: link: delay: \"50\" (expected: a duration with its unit: 50ms, 50s)",
                        "/a.lab:4:27: link: \"los\" (expected: loss?)",
                        "/a.lab:5:33: link: loss: \"5\" (expected: a percentage, with its sign: 5%)",
                        "/a.lab:6:8: link: \"ad\" (expected: add?)",
                        "/a.lab:7:23: fault: latency: \"50\" (expected: a duration with its unit: 50ms, 50s)",
                        "/a.lab:8:35: client: --count: \"x\" (expected: a whole number from 1 to 1000000)",
                        "/a.lab:9:20: client: \"99999\" (expected: a whole number from 1 to 65535)",
                        "/a.lab:10:23: connect: \"65536\" (expected: a whole number from 1 to 65535)",
                        "/a.lab:11:15: set: timeout: \"5\" (expected: a duration with its unit: 5ms, 5s)",
                        "/a.lab:12:7: set: \"timout\" (expected: timeout?)",
                        "/a.lab:13:11: program: \"restart\" (expected: wait, type, stop, start, or nothing)",
                        "/a.lab:14:26: program stop: --timeout: \"5\" (expected: a duration with its unit: 5ms, 5s)",
                        "/a.lab:15:3: server: --backlog: nothing behind it (expected: N)",
                        "/a.lab:16:19: payload: \"hex:4\" (expected: pairs of hexadecimal digits: hex:4865)",
                        "/a.lab:17:23: payload: in quotes it is text: \"hex:48 65\" (expected: hex:4865 without them)",
                        "/a.lab:18:3: payload: \"99999999\" (expected: a whole number from 0 to 16777216)");
    }

    @Test
    void noNumberIsOutOfItsRange() throws IOException {
        lab("a.lab", """
                > server 0 --backlog 0
                > server 0 --idle 5
                > server 0 --style parallel
                > listen door 0
                > recv bob 0
                > recvfrom bob 16777218
                > sendto bob hello
                > sendto 99999 hello
                > sendto bob localhost 0 hello
                > ladder --rows 0
                > ladder --width 5
                > link step 1 0
                > link add 7 --listen 70000
                > sim --size 7
                > sim --window 2000
                > sim --numbers 1
                > sim --timeout 2
                > wait 1s
                """);
        assertThat(refused("run a.lab").stream()
                        .map(line -> line.substring(folder.toString().length())))
                .containsExactly(
                        "/a.lab:1:10: server: --backlog: \"0\" (expected: a whole number from 1 to 65535)",
                        "/a.lab:2:19: server: --idle: \"5\" (expected: a duration with its unit: 5ms, 5s)",
                        "/a.lab:3:20: server: --style: \"parallel\" (expected: iterative, threads, virtual, selector)",
                        "/a.lab:4:15: listen: \"0\" (expected: a whole number from 1 to 65535)",
                        "/a.lab:5:12: recv: \"0\" (expected: a whole number from 1 to 16777217)",
                        "/a.lab:6:16: recvfrom: \"16777218\" (expected: a whole number from 1 to 16777217)",
                        "/a.lab:7:14: sendto: \"hello\" (expected: a whole number from 1 to 65535)",
                        "/a.lab:8:10: sendto: \"99999\" (expected: a whole number from 1 to 65535)",
                        "/a.lab:9:24: sendto: \"0\" (expected: a whole number from 1 to 65535)",
                        "/a.lab:10:17: ladder: --rows: \"0\" (expected: a whole number from 2 to 1000000)",
                        "/a.lab:11:18: ladder: --width: \"5\" (expected: a whole number from 60 to 1000000)",
                        "/a.lab:12:15: link: step: \"0\" (expected: a whole number from 1 to 1000000)",
                        "/a.lab:13:23: link: --listen: \"70000\" (expected: a whole number from 0 to 65535)",
                        "/a.lab:14:14: sim: --size: \"7\" (expected: a whole number from 8 to 1400)",
                        "/a.lab:15:16: sim: --window: \"2000\" (expected: a whole number from 1 to 1024)",
                        "/a.lab:16:17: sim: --numbers: \"1\" (expected: a whole number from 2 to 4294967296)",
                        "/a.lab:17:17: sim: --timeout: \"2\" (expected: a duration with its unit: 2ms, 2s)",
                        "/a.lab:18:8: wait: \"1s\" (expected: a job's number, as  jobs  shows it)");
    }

    @Test
    void whatIsComparedAndSimulatedIsThereAndItsLinkCanBeMeant() throws IOException {
        lab("a.lab", """
                > compare delivry
                > compare --link "delay 5ms los 5%"
                > compare --quick --link "loss 5"
                > sim rdt-qs
                > sim sweep rdt-gbn rdt-qs
                > sim --link "delay 20"
                """);
        assertThat(refused("run a.lab").stream()
                        .map(line -> line.substring(folder.toString().length())))
                .containsExactly(
                        "/a.lab:1:11: compare: \"delivry\" (expected: delivery?)",
                        "/a.lab:2:3: link: \"los\" (expected: loss?)",
                        "/a.lab:3:3: link: loss: \"5\" (expected: a percentage, with its sign: 5%)",
                        "/a.lab:4:7: sim: \"rdt-qs\" (expected: rdt-sw?)",
                        "/a.lab:5:21: sim: \"rdt-qs\" (expected: rdt-sw?)",
                        "/a.lab:6:3: link: delay: \"20\" (expected: a duration with its unit: 20ms, 20s)");
    }

    @Test
    void whatMayBeASocketsNumberIsNotRefused() throws IOException {
        lab("a.lab", """
                > listen 3
                > listen {x} 3
                > recv 0
                > recv bob 2000000 --waitall --expect {x}
                > recv bob 16842753 --waitall --behind : --expect {x}
                > sendto 3 99999 hello
                > sendto bob {x} hello
                > sendto {x} bob hello
                > sendto . 239.1.2.3 5000 #100
                > sendto bob localhost 7 hello
                > sendto bob localhost:7 hello
                > sim sweep --window 1,4
                > compare {x} --link {x}
                > compare delivery --link "delay {x}"
                > sim {x} --link "loss {x}"
                > wait {x}
                > link step {x}
                > nosuch
                """.replace("> listen 3\n", "> listen 3\n{x} {y}\n..."));
        assertThat(refused("run a.lab")).singleElement().asString().contains("nosuch");
    }

    @Test
    void whatIsOpenUntilItRunsIsNotRefused() throws IOException {
        lab("a.lab", """
                > explain EPIPE
                {x} {y} (words)
                ...
                > link add {x} {y} delay {x}
                > link add udp {x} 7 delay 20ms
                > link use {x}
                > link use 1 none
                > link {x} delay 50
                > client localhost {x} 99999 --count {y}
                > client {x} 99999
                > set timeout {x}
                > bind a 127.0.0.1:0
                > connect a {x}:{y}
                > program {x}
                > set {x} --bogus
                """);
        assertThat(refused("run a.lab")).singleElement().asString().contains("/a.lab:15:11: option: --bogus (expected");
    }

    @Test
    void theLinesOfAFileThatIsRunAreReadAsThoseOfTheLab() throws IOException {
        lab("one.txt", "# hello\n\nsource two.txt\n");
        lab("two.txt", "socket --as a\r\nconect a 1\nset timeout 5\n");
        lab("three.txt", "connect localhost {port}\n");
        lab("four.txt", "send file:none\n");
        lab("loop.txt", "# {port}\nsource loop.txt\n");
        lab("a.lab", "> source one.txt\n> source three.txt\n> source four.txt\n> source loop.txt\n");
        assertThat(refused("run a.lab").stream()
                        .map(line -> line.substring(folder.toString().length())))
                .containsExactly(
                        "/a.lab:1:10: one.txt:3: two.txt:2: command: conect (expected: connect?)",
                        "/a.lab:2:10: three.txt:1: capture: {port}"
                                + " (expected: no placeholder in a file; as text, \\x7bport})",
                        "/a.lab:3:10: four.txt:1: file: none: no such file"
                                + " (expected: a path inside the lab's folder)");
    }

    private static final String HOSTS = """
            > explain EPIPE
            {x} {y} (words)
            ...
            > connect ann 203.0.113.1 80
            > connect 203.0.113.1:80
            > connect 3 203.0.113.1 {x}
            > sendto bob 2001:db8::1 53 hello
            > client udp a-host 53 hello
            > client a.host.example {x}
            > link add udp 203.0.113.1:53 loss 5%
            > source hosts.txt
            > connect ann 7
            > sendto 203 203.0.113.1
            > sendto ann 7 203.0.113.1 80
            > client 7 203.0.113.1 80
            > client localhost 7 203.0.113.1 80
            > sendto bob 127.255.255.255 {x} all
            > sendto bob 239.1.2.3 7 news
            > connect ann no.invalid 7
            > connect {x} 203.0.113.1
            > client a.localhost 7
            """;

    @Test
    void aHostOfAnotherMachineIsRefusedBeforeAnythingStarts() throws IOException {
        lab("hosts.txt", "connect ann 203.0.113.1 80\n");
        lab("a.lab", HOSTS);
        String wayOut = "; whoever runs the lab may type --allow-remote)";
        String near = " (expected: in a lab, localhost or an address of this machine" + wayOut;
        String noName = " (expected: localhost or an address: a lab looks no name up" + wayOut;
        List<String> expected = List.of(
                "/a.lab:4:15: connect: \"203.0.113.1\"" + near,
                "/a.lab:5:11: connect: \"203.0.113.1:80\"" + near,
                "/a.lab:6:13: connect: \"203.0.113.1\"" + near,
                "/a.lab:7:14: sendto: \"2001:db8::1\"" + near,
                "/a.lab:8:14: client: \"a-host\"" + noName,
                "/a.lab:9:10: client: \"a.host.example\"" + noName,
                "/a.lab:10:16: link: \"203.0.113.1:53\"" + near,
                "/a.lab:11:10: hosts.txt:1: connect: \"203.0.113.1\"" + near,
                "/a.lab:21:10: client: \"a.localhost\"" + noName);
        for (String line : List.of("run a.lab", "lab start a.lab", "lab check a.lab", "record a.cast a.lab")) {
            assertThat(refused(line).stream()
                            .map(told -> told.substring(folder.toString().length())))
                    .containsExactlyElementsOf(expected);
        }
        lab("b.lab", "---\nprogram: server\n---\n" + HOSTS);
        assertThat(refused("grade b.lab -- true {port}")).hasSize(expected.size());
    }

    /** What it names is then the reader's again: that its first line needs a socket, say. */
    @Test
    void whoeverRunsItMayLetItAskOtherMachines() throws IOException {
        lab("hosts.txt", "connect ann 203.0.113.1 80\n");
        lab("a.lab", HOSTS + "> nosuch\n");
        for (String line : List.of("run a.lab", "lab start a.lab", "lab check a.lab", "record a.cast a.lab")) {
            assertThat(refused(line + " --allow-remote"))
                    .singleElement()
                    .asString()
                    .contains("nosuch");
        }
        assertThat(typing.type("labs review a.lab").ends(3).toString())
                .contains("nosuch")
                .doesNotContain("in a lab");
        typing.type("lab next --allow-remote").ends(2);
        typing.type("record a.cast --allow-remote").refuses("record: --allow-remote without LAB (expected: both)");
    }

    /** No other machine is there. */
    @Test
    void onTheWireHostsAreThoseOfTheWire() throws IOException {
        lab("a.lab", "---\npath: wire\n---\n> connect ann 10.77.0.2 7\n> nosuch\n");
        assertThat(refused("run a.lab")).singleElement().asString().contains("nosuch");
    }

    private List<String> refused(String line) {
        return typing.type(line).badFiles();
    }

    private void lab(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
