package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Scan;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.testkit.Property;
import org.sockrates.transport.testkit.Property.Draw;

/** Lines nobody would type: whatever is typed, the answer is a reply or one line, never a bug of ours. */
class RandomLinesTest {
    private static final List<String> CALLS =
            words("socket bind listen connect send sendto shutdown close options join leave status journal explain help"
                    + " jobs set use s k = ?");

    /** What stands on its own: half an option, a host, a port, a number, a name, a form of a payload. */
    private static final List<String> PLAIN = words(
            "tcp udp a b . * 3 4 99 0 65535 65536 -1 +80 \u0668\u0660 localhost 127.0.0.1 ::1 [::1]:9 127.0.0.1:9 : ::"
                    + " localhost: :80 1.2.3.4.5 nobody.invalid 239.1.2.3 ff02::1 any in out both #5 # #99999999999"
                    + " hex:4 file: file:/nowhere @/etc/passwd \"\" 'c \\x00 \\q -- - --as --as= --as=b --json --reset"
                    + " --urgent -6 --= --- SO_RCVBUF SO_LINGER TCP_NODELAY on off lo nosuch0 EPIPE timeout 20ms 1e400"
                    + " NaN & a!#!#!#!# \u00e9 \ufffd \u202e \ud800");

    private static final List<String> BLANK = List.of("\"a b\"", "--as a", "hex:48 65", "# not this", "\t", "  ");

    private static List<String> words(String all) {
        return List.of(all.split(" ", -1));
    }

    private static String line(Draw draw, String first) {
        StringBuilder line = new StringBuilder(first);
        for (int i = draw.between(0, 5); i > 0; i--) {
            line.append(draw.chance(0.95) ? " " : "");
            line.append(draw.chance(0.1) ? draw.oneOf(BLANK) : draw.chance(0.95) ? draw.oneOf(PLAIN) : draw.text(8));
        }
        return line.toString();
    }

    @Test
    void everyCommandIsFilledOrRefused() {
        try (Typing typing = new Typing()) {
            Registry registry = typing.interpreter().registry();
            int[] filled = new int[1];
            Property.forAll(4_000, draw -> {
                Scan scan = Lexer.scan(line(draw, ""));
                try {
                    CommandParser.parse(draw.oneOf(registry.entries()), scan.words());
                    filled[0]++;
                } catch (UsageException refused) {
                    assertThat(refused.getMessage()).matches("\\P{Cntrl}+").doesNotContain("null");
                }
            });
            assertThat(filled[0]).as("some of them make sense").isPositive();
        }
    }

    @Test
    void everyLineIsAnsweredAndNoneIsABug() {
        int[] good = new int[1];
        Property.forAll(120, draw -> {
            try (Typing typing = Typing.hasty(Duration.ofMillis(5))) {
                for (int i = 0; i < 10; i++) {
                    Shown shown = typing.typeAny(line(draw, draw.oneOf(CALLS)));
                    assertThat(shown.status()).as("%s", shown).isIn(0, 2, 3, 4, 124);
                    assertThat(shown.troubles()).as(shown.typed()).hasSizeLessThan(2);
                    assertThat(shown.lines()).as(shown.typed()).allMatch(said -> said.matches("\\P{Cntrl}*"));
                    assertThat(shown.status() == 0
                                    || !shown.troubles().isEmpty()
                                    || !shown.lines().isEmpty())
                            .as("%s", shown)
                            .isTrue();
                    good[0] += shown.status() == 0 ? 1 : 0;
                }
            }
        });
        assertThat(good[0]).as("some of them make sense").isPositive();
    }
}
