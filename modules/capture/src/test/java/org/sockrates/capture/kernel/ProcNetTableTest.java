package org.sockrates.capture.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SplitMix64;

final class ProcNetTableTest {
    private static final String ROW = "   1: 0100007F:D763 0100007F:0000 0A 00000000:00000002 00:00000000 00000000"
            + "  1000        0 16936 3 0000000075d81c95 100 0 0 10 0";

    private final ProcNetTable table = new ProcNetTable(KernelProtocol.TCP, ByteOrder.LITTLE_ENDIAN);

    @Test
    void readsTheRowTheHostileOnesAreMadeFrom() {
        assertThat(table.row(ROW)).isPresent();
    }

    @Test
    void readsAddressesInTheOrderOfTheMachine() {
        ProcNetTable big = new ProcNetTable(KernelProtocol.TCP, ByteOrder.BIG_ENDIAN);

        KernelSocket row =
                big.row(ROW.replace("0100007F:D763", "7F000001:D763")).orElseThrow();

        assertThat(CallText.address(row.local())).isEqualTo("127.0.0.1:55139");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                "1: 2: 3",
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "1 0100007F:D763 0100007F:0000 0A 00000000:00000002 00:00000000 00000000 0 0 16936",
                "1: 0100007FD763 0100007F:0000 0A 00000000:00000002 00:00000000 00000000 0 0 16936",
                "1: 0100007:D763 0100007F:0000 0A 00000000:00000002 00:00000000 00000000 0 0 16936",
                "1: 0100007F01:D763 0100007F:0000 0A 00000000:00000002 00:00000000 00000000 0 0 16936",
                "1: 0100007F:1D763 0100007F:0000 0A 00000000:00000002 00:00000000 00000000 0 0 16936",
                "1: 0100007F:-763 0100007F:0000 0A 00000000:00000002 00:00000000 00000000 0 0 16936",
                "1: 0100007F:+763 0100007F:0000 0A 00000000:00000002 00:00000000 00000000 0 0 16936",
                "1: 0100007F:D763 0100007F: 0A 00000000:00000002 00:00000000 00000000 0 0 16936",
                "1: 0100007F:D763 0100007F:0000 00 00000000:00000002 00:00000000 00000000 0 0 16936",
                "1: 0100007F:D763 0100007F:0000 0D 00000000:00000002 00:00000000 00000000 0 0 16936",
                "1: 0100007F:D763 0100007F:0000 0A 00000000 00:00000000 00000000 0 0 16936",
                "1: 0100007F:D763 0100007F:0000 01 00000000:100000002 00:00000000 00000000 0 0 16936",
                "1: 0100007F:D763 0100007F:0000 0A 00000000:00000002 00:00000000 00000000 0 0 9999999999999999999",
                "1: 0100007F:D763 0100007F:0000 0A 00000000:00000002 00:00000000 00000000 root 0 16936",
            })
    void leavesOutLinesInAnotherShape(String line) {
        assertThat(ProcNetTable.localPort(line)).isBetween(-1, 65535);
        assertThat(table.row(line)).isEmpty();
    }

    @Test
    void leavesOutALineThatDoesNotEnd() {
        assertThat(table.row(ROW + " ".repeat(1 << 20))).isEmpty();
    }

    @Test
    void neverThrowsWhateverIsChangedInALine() {
        long seed = Long.getLong("property.seed", 20_260_101);
        SplitMix64 random = new SplitMix64(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder line = new StringBuilder(ROW);
            for (int change = random.nextInt(4); change >= 0; change--) {
                line.setCharAt(random.nextInt(line.length()), (char) (random.nextInt(95) + 32));
            }
            try {
                ProcNetTable.localPort(line.toString());
                table.row(line.toString());
            } catch (RuntimeException thrown) {
                fail("-Dproperty.seed=%d round %d: %s", seed, round, line, thrown);
            }
        }
    }
}
