package org.sockrates.shell.command;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;

class ElsewhereTest {
    @AutoClose
    private final Typing typing = new Typing();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "sendall|send; see  help send",
                "settimeout|set timeout; see  help set",
                "getsockname|status; see  help status",
                "bob.listen(5)|blanks between the words, no brackets:  listen bob … ; see  help listen",
                "bob.settimeout(5)|blanks between the words, no brackets:  set timeout … ; see  help set",
                "bind(bob,|blanks between the words, no brackets:  bind … ; see  help bind",
                "sleep|a command; to pause:  set timeout 1s , and a recv for which nothing comes",
                "hint|a command; a hint of the lab that has begun:  lab hint",
                "2|a command; a lab's question is answered so:  predict 2",
                "clear|a command; Ctrl-L clears the screen",
                "socket.socket()|blanks between the words, no brackets:  socket … ; see  help socket",
                "nc|client; see  help client",
                "tc|link; see  help link",
                "tcpdump|trace; see  help trace",
                "write(3,|blanks between the words, no brackets:  send … ; see  help send",
                "usend|send --urgent; see  help send",
                "reset|close --reset; see  help close",
                "passive|a command; three of them:  socket ,  bind 7000 ,  listen",
                "select|a command; a call waits beside the prompt with & behind it:  recv &",
                "htons|a command; addresses and ports are typed as they are read:  127.0.0.1 7000",
                "sockperf|compare latency; see  help compare",
                "toxiproxy-cli|fault; see  help fault",
                "sysctl|tcp set; see  help tcp",
                "ip|a command; the program, on the wire:  wire exec -- ip …",
                "+0|a command; a script of packetdrill's, on the wire:  wire exec -- packetdrill FILE",
                "+.1|a command; a script of packetdrill's, on the wire:  wire exec -- packetdrill FILE",
                "send-to|sendto?",
                "frobnicate(3)|a command;  help  lists them",
                "listne|listen?",
                "10|a command;  help  lists them",
            })
    void whatIsWrittenInCOrPythonIsSaidInOurWords(String typed, String expected) {
        typing.type(typed).refuses("command: \"" + typed + "\" (expected: " + expected + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "send alice x -oob|send: \"-oob\" (expected: --urgent; for text, quote it)",
                "recv alice --MSG_PEEK|recv: \"--MSG_PEEK\" (expected: no such flag: Java reads no byte that"
                        + " stays; how many wait,  status  tells; for text, quote it)",
                "recv alice 1 -oob|recv: \"-oob\" (expected: no such flag:  options SO_OOBINLINE on ,"
                        + " then a plain recv; for text, quote it)",
            })
    void aFlagOfACallIsToldWhereItIsNoOption(String typed, String message) {
        typing.type("socket tcp --as alice").ends(0);
        typing.type(typed).refuses(message);
    }

    @Test
    void whatIsWrittenForTcIsNotTakenForTcp() {
        typing.type("tc qdisc add dev lo root netem delay 10ms")
                .refuses("command: \"tc\" (expected: link; see  help link)");
    }

    @ParameterizedTest
    @CsvSource({
        "socket --as a; listen a, a;",
        "socket ; listen, ;",
        "status; jobs, status;",
        "socket --as a && listen a, &&",
    })
    void twoCommandsAreTwoLines(String line, String between) {
        typing.type(line).refuses("line: \"" + between + "\" (expected: one command a line; in quotes it is text)");
        typing.type("status").shows("no socket is open; make one:  socket");
    }

    @Test
    void aSemicolonInATextIsText() {
        typing.connectTcp();
        typing.type("send alice wait; what").shows("send(4, \"wait; what\", 10, 0) = 10");
        typing.type("send alice 'x; ' close").ends(0);
    }

    @Test
    void aSocketIsNamedAndNotAssigned() {
        typing.type("s = socket.socket()")
                .refuses("line: \"=\" (expected: a command; a socket is named so:  socket --as NAME)");
        typing.type("socket udp --as a").ends(0);
        typing.type("bind a localhost 0").ends(0);
        typing.type("sendto a localhost {a} \"=\"").ends(0);
        typing.all("connect a localhost {a}", "send =", "send a (a)").ends(0);
    }
}
