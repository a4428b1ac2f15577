package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.shell.machine.SearchPath;

class WrongPlaceTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private static String told(KernelProtocol asked, KernelProtocol has, int port, OptionalInt fixed) {
        ProgramCall call = new ProgramCall(List.of("mine"), Path.of(""), fixed, new SearchPath(""), Optional.empty());
        ServedPort.Place place = new ServedPort.Place(has, new InetSocketAddress(HERE, port));
        return new WrongPlace(new ServedPort(asked, 41479), List.of(place), call).told(List.of(HERE));
    }

    /** 41479 is a207 in hexadecimal, and 07a2 is 1954. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TCP|TCP|1954 |0    |it serves at tcp 127.0.0.1:1954 (expected: at tcp 127.0.0.1:41479);"
                        + " 1954 is 41479 with its bytes swapped: htons",
                "TCP|TCP|1954 |41479|it serves at tcp 127.0.0.1:1954 (expected: at tcp 127.0.0.1:41479);"
                        + " 1954 is 41479 with its bytes swapped: htons",
                "TCP|TCP|12000|0    |it serves at tcp 127.0.0.1:12000 (expected: at tcp 127.0.0.1:41479);"
                        + " a port built in is told with --port",
                "TCP|TCP|12000|41479|it serves at tcp 127.0.0.1:12000 (expected: at tcp 127.0.0.1:41479)",
                "TCP|TCP|41479|0    |it serves at tcp 127.0.0.1:41479 (expected: at tcp 127.0.0.1:41479)",
                "TCP|UDP|43792|0    |it has only udp 127.0.0.1:43792 (expected: at tcp 127.0.0.1:41479);"
                        + " the lab asks over tcp",
                "UDP|TCP|41479|0    |it has only tcp 127.0.0.1:41479 (expected: at udp 127.0.0.1:41479);"
                        + " the lab asks over udp",
            })
    void theAdviceIsOfWhatWentWrong(KernelProtocol asked, KernelProtocol has, int port, int fixed, String expected) {
        OptionalInt given = fixed == 0 ? OptionalInt.empty() : OptionalInt.of(fixed);
        assertThat(told(asked, has, port, given)).isEqualTo(expected);
    }
}
