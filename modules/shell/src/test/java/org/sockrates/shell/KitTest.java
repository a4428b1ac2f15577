package org.sockrates.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.tcp.TcpTransport;

class KitTest {
    private static Kit kit(Map<String, String> environment) {
        return new Kit(List.of(new TcpTransport()), List.of(), environment, Path.of(""), Typing.NOON, false);
    }

    @ParameterizedTest
    @CsvSource({
        "'',          '',           '',            xterm, false",
        "'',          '',           en_GB.UTF-8,   xterm, true",
        "'',          '',           C.utf8,        xterm, true",
        "'',          '',           en_GB.UTF-8,   dumb,  false",
        "'',          C,            en_GB.UTF-8,   xterm, false",
        "C.UTF-8,     C,            POSIX,         xterm, true",
        "de_DE@euro,  C.UTF-8,      C.UTF-8,       xterm, false",
    })
    void drawsWithMoreThanAsciiWhereTheLocaleSaysSo(String all, String type, String lang, String term, boolean may) {
        Map<String, String> environment =
                new TreeMap<>(Map.of("LC_ALL", all, "LC_CTYPE", type, "LANG", lang, "TERM", term));
        assertThat(kit(environment).unicode()).isEqualTo(may);
        environment.remove("TERM");
        environment.values().removeIf(String::isEmpty);
        assertThat(kit(environment).unicode()).isEqualTo(may || term.equals("dumb"));
    }

    @Test
    void theCallersLocaleCountsMoreThanTheOneItsLauncherChose() {
        assertThat(kit(Map.of("SOCKRATES_LOCALE", "C", "LC_CTYPE", "C.UTF-8")).unicode())
                .isFalse();
        assertThat(kit(Map.of("SOCKRATES_LOCALE", "de_DE.UTF-8", "LC_CTYPE", "C"))
                        .unicode())
                .isTrue();
    }

    @Test
    void whatItWasMadeOfMayChange() {
        Map<String, String> environment = new TreeMap<>();
        Kit kit = kit(environment);
        environment.put("LANG", "C.UTF-8");
        assertThat(kit.unicode()).isFalse();
    }
}
