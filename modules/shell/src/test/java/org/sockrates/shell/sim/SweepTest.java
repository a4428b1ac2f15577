package org.sockrates.shell.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.WithFolder;
import org.sockrates.sim.formula.Sweep;
import org.sockrates.sim.formula.TextbookLine;
import org.sockrates.transport.rdt.Protocol;

/** {@code sim sweep}. */
class SweepTest extends WithFolder {
    @Test
    void showsWhatIsMeasuredBesideTheFormula() {
        List<String> lines = typing.type("sim sweep --loss 0%,10% --count 200 --window 1,20 --repeat 5")
                .lines();

        assertThat(lines)
                .contains(
                        "rdt-sw: utilisation in % over loss in %, straight from one to the next",
                        "rdt-gbn: utilisation in % over loss in %, straight from one to the next",
                        "rdt-sr: utilisation in % over loss in %, straight from one to the next")
                .anyMatch(line -> line.matches(" +1 +0% +7\\.54 % +0 % +7\\.54 % +74\\.0 kbit/s +74\\.0 kbit/s yes"))
                .anyMatch(line -> line.matches(" +20 +10% .* <= 90\\.0 % .*<= 882 kbit/s yes"));
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .contains("n 5 runs a cell")
                .contains("seed 42")
                .contains("of 8 cells");
    }

    @Test
    void theSameSeedIsTheSameSweep() {
        List<String> once = typing.type("sim sweep --loss 5% --window 4 --count 50 --seed 7")
                .lines();

        assertThat(typing.type("sim sweep --loss 5% --window 4 --count 50 --seed 7")
                        .lines())
                .isEqualTo(once);
        assertThat(typing.type("sim sweep --loss 5% --window 4 --count 50 --seed 8")
                        .lines())
                .isNotEqualTo(once);
    }

    @Test
    void ofOneRunItClaimsNothing() {
        List<String> lines =
                typing.type("sim sweep rdt-gbn --loss 5% --count 50 --repeat 1").lines();

        assertThat(lines).anyMatch(line -> line.endsWith(" ?")).doesNotContain(" yes", " NO");
        assertThat(String.join(" ", lines)).contains("one run a cell has no interval");
    }

    @Test
    void writesEveryCellToAFile() throws IOException {
        typing.type("sim sweep rdt-sw rdt-gbn --loss 0..30% --window 1,4 --count 50 --repeat 2 --csv f.csv")
                .ends(0);

        List<String> rows = Files.readAllLines(folder.resolve("f.csv"));
        assertThat(rows).hasSize(1 + 7 + 14);
        assertThat(rows.get(0)).startsWith("protocol,window,loss_percent,bits_per_second,delay_ms,");
        assertThat(rows.get(1)).startsWith("rdt-sw,1,0.0,1000000,50.0,1000,");
        int columns = rows.get(0).split(",", -1).length;
        assertThat(rows).allMatch(row -> row.split(",", -1).length == columns);
        typing.type("sim sweep rdt-sw --count 5 --csv f.csv").ends(74);
        typing.type("sim sweep rdt-sw --count 5 --csv f.csv --force").ends(0);
    }

    @Test
    void tellsJsonTheSame() {
        String json = String.join(
                "",
                typing.type("sim sweep rdt-gbn --loss 5% --window 4 --count 50 --repeat 1 --json")
                        .lines());

        assertThat(json)
                .contains(
                        "\"schema\":\"sockrates/sweep/1\"", "\"partial\":false", "\"window\":4", "\"loss_percent\":5.0")
                .contains("\"formula\":\"exact\"", "\"utilisation_half_width\":null");
    }

    @Test
    void stoppedBeforeTheFirstCellItSaysNoMore() {
        TextbookLine line = new TextbookLine(1_000_000, Duration.ofMillis(50), 1_000);
        Sweep sweep = new Sweep(line, List.of(Protocol.STOP_AND_WAIT), List.of(1), List.of(0.0, 5.0), 50, 1_000, 42);

        assertThat(new SweepReply(sweep, List.of(), 80, true).lines().stream().filter(told -> told.startsWith("  > ")))
                .containsExactly("  > stopped: 0 of 2 cells are whole.");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void itsChartIsAsWideAsAsked(int width) {
        List<String> lines = typing.type("sim sweep rdt-sw --count 5 --ascii --width " + width)
                .lines();

        assertThat(lines.stream().filter(line -> line.startsWith("      +"))).allMatch(line -> line.length() == width);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sim --loss 5%               | sim: \"--loss\" (expected: only with sim sweep; see  help sim)",
                "sim sweep rdt-gnb           | sim: \"rdt-gnb\" (expected: rdt-gbn?)",
                "sim sweep --window 1,,4     | sim sweep: --window: \"\" (expected: a whole number from 1 to 1024)",
                "sim sweep --window 1025     | sim sweep: --window: \"1025\" (expected: a whole number from 1 to 1024)",
                "sim sweep --rate 1          | sim sweep: --rate: \"1\" (expected: a rate with its unit: 1kbit, 1mbit)",
                "sim sweep --loss 30..0%     | sim sweep: --loss: \"30..0%\" (expected: from less to more: 0%..30%)",
                "sim sweep --loss 95%        | loss: \"95%\" (expected: 0% to 90%)",
                "sim sweep --delay 2h        | delay: \"7200s\" (expected: 0s to 1h)",
                "sim sweep --width 39        | sim: --width: \"39\" (expected: a whole number from 40 to 500)",
                "sim sweep --width 501       | sim: --width: \"501\" (expected: a whole number from 40 to 500)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
    }
}
