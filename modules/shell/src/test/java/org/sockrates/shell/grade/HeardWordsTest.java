package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeardWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "echo.c:5:3: error: 'y' undeclared /     5 |   x = y; /       |       ^ # echo.c:5:3: error: 'y' undeclared",
                "Echo.java:3: error: no semicolon /    int x /         ^ / 1 error # Echo.java:3: error: no semicolon",
                "Echo.java:3: error: ';' expected /    int x / 1 error / error: compilation failed # Echo.java:3: error: ';' expected",
                "error[E0425]: no x / error: aborting due to 1 previous error / error: could not compile `echo` # error[E0425]: no x",
                "Traceback (most recent call last): /  File x, line 1 / KeyError: 'a' # KeyError: 'a'",
                "ValueError: 1 / During handling of it: / KeyError: 2 # KeyError: 2",
                "Exception in thread main java.net.BindException: in use /  at Echo.main(Echo.java:5)"
                        + " # Exception in thread main java.net.BindException: in use",
                "ERROR 98 / bye # ERROR 98",
                "address in use / ~~~^ # address in use",
                "hello /   bye # bye",
                "--- /   ^ # ^",
            })
    void oneLineTellsWhyItEnded(String said, String telling) {
        assertThat(HeardWords.telling(List.of(said.split(" / ")))).isEqualTo(telling);
    }

    @Test
    void aCarriageReturnAloneEndsNoLine() {
        HeardWords heard = new HeardWords();
        byte[] said = "10%\r20%\r\n\none\rtwo\n\n".getBytes(StandardCharsets.UTF_8);
        heard.add(said, said.length);
        assertThat(heard.lines()).containsExactly("10%\\r20%", "", "one\\rtwo", "");
        assertThat(new HeardWords().lines()).isEmpty();
    }
}
