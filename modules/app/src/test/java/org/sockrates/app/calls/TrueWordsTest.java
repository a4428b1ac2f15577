package org.sockrates.app.calls;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.testkit.Ipv6;
import org.sockrates.transport.testkit.Property;

/**
 * Calls drawn at random, typed in a session and made in Python: behind each, what the session says is held against the kernel,
 * its errno, its {@code status}, what may be called next, the reason and the advice under a failure, and its journal. Some
 * sockets are another process's. {@code -Dcalls.runs=2000} makes more runs than the build does.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class TrueWordsTest {
    private static final int RUNS = Integer.getInteger("calls.runs", 4);

    /** Who listens is a or d, as a rule, and who connects b; c is what a accepts. */
    private static final List<String> ELSEWHERE = List.of("", "", "a", "b", "bd", "de");

    private static ShellCalls shell;

    @AutoClose
    private static Worlds worlds;

    @BeforeAll
    static void begin() throws Exception {
        shell = new ShellCalls();
        worlds = new Worlds(shell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void whatASessionSaysIsSo(String transport) {
        Property.forAll(RUNS, draw -> {
            shell.elsewhere(draw.oneOf(ELSEWHERE));
            worlds.run(new RandomCalls(draw, transport.equals("tcp"), Ipv6.here()));
        });
    }
}
