package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.words.Lexer;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Family;
import org.sockrates.transport.UsageException;

/** The words behind a call; how sockets are named has a test of its own, {@link SocketWordsTest}. */
class OperandsTest {
    @AutoClose
    private final Typing typing = new Typing();

    private Operands operands(String line) {
        return new Operands("probe", Lexer.read(line).words(), typing.session());
    }

    @ParameterizedTest
    @CsvSource({
        "9,                  AF_INET,  127.0.0.1:9",
        "9,                  AF_INET6, [::1]:9",
        "localhost 9,        AF_INET6, [::1]:9",
        "localhost:9,        AF_INET6, [::1]:9",
        "localhost:9 hello,  AF_INET,  127.0.0.1:9",
        "9 hello,            AF_INET,  127.0.0.1:9",
        "127.0.0.2 9,        AF_INET6, 127.0.0.2:9",
        "::1 9,              AF_INET,  [::1]:9",
        "[::1] 9,            AF_INET,  [::1]:9",
        "[::1]:9,            AF_INET,  [::1]:9",
        "127.0.0.1:9,        AF_INET6, 127.0.0.1:9",
        "localhost:65535,    AF_INET,  127.0.0.1:65535",
    })
    void aPeerIsFoundInTheFamilyOfItsHost(String line, Family usual, String address) throws IOException {
        assertThat(CallText.address(operands(line).server(usual))).isEqualTo(address);
        typing.type(usual == Family.AF_INET ? "socket" : "socket --ipv6").ends(0);
        OpenSocket socket = typing.session().sockets().pickCurrent("probe");
        assertThat(CallText.address(operands(line).peer(socket))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "65536,            'probe: \"65536\" (expected: a whole number from 1 to 65535)'",
        "0,                'probe: \"0\" (expected: a whole number from 1 to 65535)'",
        "localhost,        'probe: \"localhost\" (expected: [HOST] PORT; see  help probe)'",
        "localhost:0,      'probe: \"0\" (expected: a whole number from 1 to 65535)'",
        "any 9,            'probe: \"any\" (expected: one host to ask: localhost)'",
        "0.0.0.0:9,        'probe: \"0.0.0.0\" (expected: one host to ask: localhost)'",
        "127.1 9,          'probe: \"127.1\" (expected: four numbers from 0 to 255 without leading zeros: 127.0.0.1)'",
        "localhost \u0668, 'probe: \"\u0668\" (expected: a whole number from 1 to 65535)'",
        "080 hello,        'probe: \"080\" (expected: a whole number from 1 to 65535)'",
        "-1 hello,         'probe: \"-1\" (expected: a whole number from 1 to 65535)'",
        "+80 hello,        'probe: \"+80\" (expected: a whole number from 1 to 65535)'",
        "'\"80 \" hello',  'probe: \"80 \" (expected: a whole number from 1 to 65535)'",
        "\u0668\u0660 hello, 'probe: \"\u0668\u0660\" (expected: a whole number from 1 to 65535)'",
        "'\"\" 9',         'probe: \"\" (expected: a host: a name, 127.0.0.1, or ::1)'",
    })
    void whatIsNoServerIsRefused(String line, String message) {
        assertThatThrownBy(() -> operands(line).server(Family.AF_INET))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "9,            AF_INET,  127.0.0.1:9",
        "0,            AF_INET6, [::1]:0",
        "any 9,        AF_INET6, [::]:9",
        "* 9,          AF_INET,  0.0.0.0:9",
        "127.0.0.2 9,  AF_INET6, 127.0.0.2:9",
        "::1 9,        AF_INET,  [::1]:9",
        "127.0.0.2:0,  AF_INET6, 127.0.0.2:0",
        "[::1]:9,      AF_INET,  [::1]:9",
        "any:9,        AF_INET,  0.0.0.0:9",
    })
    void aServerTakesItsOwnAddress(String line, Family usual, String address) throws IOException {
        assertThat(CallText.address(operands(line).own(usual))).isEqualTo(address);
    }

    @Test
    void aNameNobodyKnowsIsTheWorldsFault() {
        assertThatThrownBy(() -> operands("nobody.invalid 9").server(Family.AF_INET))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("probe: \"nobody.invalid\": name unknown");
    }

    @Test
    void aNameWhereATransportMayStandIsPerhapsOne() {
        for (String line : List.of("invalid 9", "udp invalid 9", "nobody.invalid 9")) {
            Operands operands = operands(line);
            operands.transport();
            String more = line.startsWith("invalid") ? ", and no transport (expected: tcp udp)" : "";
            assertThatThrownBy(() -> operands.own(Family.AF_INET))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessageEndingWith("invalid\": name unknown" + more);
        }
        Operands asked = operands("invalid 9");
        asked.transport();
        assertThatThrownBy(() -> asked.server(Family.AF_INET)).hasMessageEndingWith("(expected: tcp udp)");
    }

    @Test
    void theTransportMayBeLeftOut() {
        assertThat(operands("udp 9").transport()).isEqualTo("udp");
        Operands without = operands("9");
        assertThat(without.transport()).isEqualTo("tcp");
        assertThat(without.next("PORT").text()).isEqualTo("9");
        assertThat(operands("").transport()).isEqualTo("tcp");
    }

    @Test
    void whatIsLeftIsTakenOrRefused() {
        Operands three = operands("a b c");
        assertThat(three.next("X").text()).isEqualTo("a");
        assertThat(three.more()).isTrue();
        assertThatThrownBy(three::end).hasMessage("probe: \"b\" (expected: nothing more; see  help probe)");
        assertThat(three.rest("DATA")).hasSize(2);
        three.end();
        assertThatThrownBy(() -> three.rest("DATA"))
                .hasMessage("probe: too few words (expected: DATA); see  help probe");
    }
}
