package org.sockrates.app.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int MOST_CALLS = 25;

    @AutoClose
    private static Worlds worlds;

    @BeforeAll
    static void begin() throws Exception {
        worlds = new Worlds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void aCallAnswersWhatTheKernelDoes(String transport) {
        Property.forAll(RUNS, draw -> {
            RandomCalls random = new RandomCalls(draw, transport.equals("tcp"), Ipv6.here());
            worlds.begin();
            for (int i = 0; i < MOST_CALLS && !worlds.apart(); i++) {
                String call = random.next();
                random.learn(call, worlds.make(call).python());
            }
            List<String> farewell = worlds.apart() ? List.of() : random.farewell();
            for (int i = 0; i < farewell.size() && !worlds.apart(); i++) {
                worlds.make(farewell.get(i));
            }
            if (worlds.fault().isPresent()) {
                throw new AssertionError(story());
            }
        });
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

    private static String story() throws Exception {
        List<Made> all = worlds.made();
        List<Made> shortest = worlds.shortest(all.stream().map(Made::call).toList());
        return Stream.of(
                        Stream.of("the shortest run whose last call answers otherwise than the kernel:"),
                        (worlds.fault().isPresent() ? shortest : all).stream().map(made -> "  " + made),
                        Stream.of("known, and none of these:"),
                        Stream.of(Difference.values()).map(known -> "  " + known))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
