package org.sockrates.shell.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;
import org.sockrates.wire.TcpSettings;

/** TCP's settings off the wire, where they are only shown; on it they are set in the tests of the program. */
class TcpSettingsCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void tellsEachSettingAndWhatTheTextbookMakesOfIt() {
        List<String> lines = typing.type("tcp settings").ends(0).lines();
        assertThat(lines.get(0)).matches("setting +now +textbook +what it does");
        assertThat(lines)
                .anyMatch(line ->
                        line.matches("sack +(on|off|n/a) +(off|n/a) +tells what came behind a gap \\(RFC 2018\\)"))
                .anyMatch(line -> line.matches("congestion +[a-z0-9_]+ +reno +which .*"))
                .allMatch(line -> line.length() <= 80);
        int table = 1 + TcpSettings.here().values().size();
        assertThat(String.join(" ", lines.subList(table, lines.size())).replace("  ", " "))
                .isEqualTo("These are this machine's and stay as they are; on the wire they can be set: path wire");
        typing.type("tcp set").shows(lines.toArray(String[]::new));
    }

    @Test
    void tellsAProgramTheSame() {
        List<Map<String, Object>> all = typing.type("tcp settings --json").jsonList();
        assertThat(all)
                .hasSize(TcpSettings.here().values().size())
                .allSatisfy(one ->
                        assertThat(one).containsOnlyKeys("setting", "value", "shipped", "textbook", "changed", "told"));
        assertThat(typing.type("tcp set sack --json").json())
                .containsEntry("setting", "sack")
                .containsEntry("textbook", "off");
    }

    @Test
    void tellsOneSetting() {
        typing.type("tcp set sack").matches("sack (on|off): tells what came behind a gap \\(RFC 2018\\)");
        assertThat(String.join(" ", typing.type("tcp set congestion").lines()))
                .matches("congestion [a-z0-9_]+: which congestion control \\(RFC 5681\\); +this kernel lists .*reno.*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp setings|tcp: \"setings\" (expected: settings?)",
                "tcp set sakc off|tcp: \"sakc\" (expected: sack?)",
                "tcp set sakc|tcp: \"sakc\" (expected: sack?)",
                "tcp profile text|tcp: profile: \"text\" (expected: textbook shipped)",
                "tcp profile shiped|tcp: profile: \"shiped\" (expected: shipped?)",
                "tcp profile|tcp: too few words (expected: textbook or shipped); see  help tcp",
                "tcp settings sack|tcp: \"sack\" (expected: nothing more; see  help tcp)",
                "tcp set sack off now|tcp: \"now\" (expected: nothing more; see  help tcp)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
    }
}
