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
                "send-to|sendto?",
                "frobnicate(3)|a command;  help  lists them",
                "listne|listen?",
                "10|a command;  help  lists them",
            })
    void whatIsWrittenInCOrPythonIsSaidInOurWords(String typed, String expected) {
        typing.type(typed).refuses("command: \"" + typed + "\" (expected: " + expected + ")");
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
