package org.sockrates.app.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.testkit.Ipv6;
import org.sockrates.transport.testkit.Property;

/**
 * The same calls, drawn at random, made of our sockets and of Python's on one kernel: each is to answer what the kernel does,
 * but for the {@link Difference}s of Java that are known. {@code -Dcalls.runs=2000} makes more runs than the build does.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class SameCallsTest {
    private static final int RUNS = Integer.getInteger("calls.runs", 25);

    @AutoClose
    private static Worlds worlds;

    @BeforeAll
    static void begin() throws Exception {
        worlds = new Worlds(new JavaCalls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void aCallAnswersWhatTheKernelDoes(String transport) {
        Property.forAll(RUNS, draw -> worlds.run(new RandomCalls(draw, transport.equals("tcp"), Ipv6.here())));
    }

    @ParameterizedTest
    @EnumSource
    void aKnownDifferenceIsStillThere(Difference difference) throws Exception {
        if (difference.example().toString().contains("--ipv6")) {
            Ipv6.needed();
        }
        worlds.begin();
        for (String call : difference.example()) {
            worlds.make(call);
        }
        assertThat(worlds.made()).anyMatch(made -> Difference.of(made).equals(Optional.of(difference)));
        assertThat(worlds.made().get(worlds.made().size() - 1)).matches(Made::differs);
    }
}
