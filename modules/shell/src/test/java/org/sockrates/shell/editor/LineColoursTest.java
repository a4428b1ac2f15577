package org.sockrates.shell.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mock;
import org.mockito.Mockito;
import org.mockito.junit.jupiter.MockitoExtension;
import org.sockrates.shell.Typing;
import org.sockrates.shell.command.Registry;
import org.sockrates.transport.testkit.Property;

@ExtendWith(MockitoExtension.class)
class LineColoursTest {
    @Mock
    private LineReader reader;

    @AutoClose
    private final Typing typing = new Typing();

    private LineColours colours(String type, Map<String, String> environment) throws IOException {
        try (Terminal terminal =
                new LineDisciplineTerminal("test", type, new ByteArrayOutputStream(), StandardCharsets.UTF_8)) {
            Registry registry = typing.interpreter().registry();
            return new LineColours(registry, Colours.of(terminal, environment), new TailTip(registry));
        }
    }

    /** With the escape character shown as ~. */
    private String shown(String line) throws IOException {
        return colours("xterm", Map.of()).highlight(reader, line).toAnsi().replace('\u001b', '~');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "bind door 80      | ~[32mbind~[0m door ~[36m80~[0m",
                "b 80              | ~[32mb~[0m ~[36m80~[0m",
                "bnid              | ~[31mbnid~[0m",
                "se                | se",
                "send \"a b\" 'c'  | ~[32msend~[0m ~[33m\"a b\"~[0m ~[33m'c'~[0m",
                "send \"a b        | ~[32msend~[0m ~[33m\"a b~[0m",
                "send a\\ b        | ~[32msend~[0m ~[33ma\\ b~[0m",
                "send #100 hex:4a  | ~[32msend~[0m ~[36m#100~[0m ~[36mhex:4a~[0m",
                "link add 5% 20ms  | ~[32mlink~[0m add ~[36m5%~[0m ~[36m20ms~[0m",
                "close --reset     | ~[32mclose~[0m ~[35m--reset~[0m",
                "close # the end   | ~[32mclose~[0m ~[2m# the end~[0m",
                "# all of it       | ~[2m# all of it~[0m",
            })
    void showsWhatIsWhat(String line, String expected) throws IOException {
        assertThat(shown(line)).isEqualTo(expected);
    }

    @Test
    void hasNoColoursWhereTheyAreNotWanted() throws IOException {
        String line = "bind door 80 \"x\" --as nosuch # comment";
        assertThat(colours("dumb", Map.of()).highlight(reader, line).toAnsi()).isEqualTo(line);
        assertThat(colours("xterm", Map.of("NO_COLOR", "1"))
                        .highlight(reader, line)
                        .toAnsi())
                .isEqualTo(line);
        assertThat(colours("xterm", Map.of("NO_COLOR", ""))
                        .highlight(reader, line)
                        .toAnsi())
                .isNotEqualTo(line);
        Mockito.verify(reader, Mockito.times(3)).setTailTip("");
    }

    @ParameterizedTest
    @CsvSource({
        "'bind ',              [SOCKET] [HOST] PORT",
        "'bind door ',         [HOST] PORT",
        "'bind door localhost ', PORT",
        "'bind door localhost 80 ', ''",
        "'b ',                 [SOCKET] [HOST] PORT",
        "'bind',               ''",
        "'nosuch ',            ''",
        "'socket --as ',       ''",
        "'socket --as x ',     [TRANSPORT]",
        "'socket --as=x ',     [TRANSPORT]",
        "'send alice a b ',    DATA…",
        "'',                   ''",
        "'shutdown ',          [SOCKET] in|out|both",
        "'tcp watch ',         [SOCKET]",
        "'tcp settings ',      ''",
        "'link add udp ',      [HOST] PORT RULE…",
    })
    void tellsWhatMayStillBeTyped(String line, String tip) throws IOException {
        colours("xterm", Map.of()).highlight(reader, line);
        Mockito.verify(reader).setTailTip(tip);
    }

    @Test
    void changesNoLetterOfWhateverIsTyped() throws IOException {
        LineColours colours = colours("xterm", Map.of());
        Property.forAll(1_000, draw -> {
            String line = draw.text(20);
            AttributedString shown = colours.highlight(reader, line);
            assertThat(shown.toString()).isEqualTo(line);
        });
        Mockito.verify(reader, Mockito.atLeastOnce()).setTailTip(anyString());
    }
}
