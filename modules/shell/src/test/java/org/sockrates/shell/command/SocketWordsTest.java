package org.sockrates.shell.command;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;

/** How a line says which socket it means: a number, a name, a dot, a star, or nothing. */
class SocketWordsTest {
    @AutoClose
    private final Typing typing = new Typing();

    @BeforeEach
    void open() {
        typing.all("socket --as door", "socket --as alice", "socket --as bob").ends(0);
    }

    @ParameterizedTest
    @CsvSource({
        "bind door 0,             3",
        "bind Door 0,             3",
        "bind 4 0,                4",
        "bind . 0,                5",
        "bind 0,                  5",
        "bind door localhost 0,   3",
        "bind 4 localhost 0,      4",
        "bind localhost 0,        5",
        "listen door,             3",
        "listen 4,                4",
        "listen 4 7,              4",
        "listen . 7,              5",
        "options alice SO_LINGER, 4",
        "close alice,             4",
        "'bind 4 -- 0',           4",
    })
    void oneSocketIsMeant(String line, int number) {
        typing.type(line).ends(0);
        boolean closed = line.startsWith("close");
        if (closed) {
            typing.type("close " + number).ends(4);
        } else {
            typing.type("close .").shows("close(" + number + ") = 0");
        }
    }

    @Test
    void theSocketNamedLastIsTheCurrentOne() {
        typing.all("bind door 0", "listen").ends(0);
        typing.type("status").matches("fd .*", "\\.3 door .*", " 4 alice .*", " 5 bob .*");
        typing.type("close alice").ends(0);
        typing.type("close").shows("close(5) = 0");
    }

    @Test
    void whatIsQuotedIsNoSocket() {
        typing.type("send \"door\"").has("send(5, \"door\", 4, 0) = -1 EPIPE (Broken pipe)");
        typing.type("send door").has("send(5, \"door\", 4, 0) = -1 EPIPE (Broken pipe)");
        typing.type("send door hi").has("send(3, \"hi\", 2, 0) = -1 EPIPE (Broken pipe)");
    }

    @Test
    void aNumberNobodyHasIsABadDescriptor() {
        typing.type("bind 9 0")
                .shows("bind(9) = -1 EBADF (Bad file descriptor)", "  no socket has the number 9; see  status")
                .ends(4);
        typing.type("close door").ends(0);
        typing.type("bind 3 0").has("  socket 3 was closed at 12:01:07");
    }
}
