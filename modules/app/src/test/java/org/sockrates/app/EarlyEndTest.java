package org.sockrates.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EarlyEndTest {
    private static final StackTraceElement CALLER = new StackTraceElement("Exits", "send", "Exits.java", 9);

    /** Whoever ends the process waits for its last threads, and is met anywhere on the way to them. */
    @Test
    void whoEndsTheProcessCallsExitAndIsNotCalledByIt() {
        assertThat(EarlyEnd.caller(stack("java.util.IdentityHashMap$KeyIterator.<init>", "java.lang.Runtime.exit")))
                .contains(CALLER);
        assertThat(EarlyEnd.caller(stack("java.lang.Object.wait", "java.lang.Runtime.exit", "java.lang.System.exit")))
                .contains(CALLER);
    }

    @Test
    void aThreadThatDoesNotEndTheProcessIsNobody() {
        assertThat(EarlyEnd.caller(stack("java.lang.Runtime.gc"))).isEmpty();
        assertThat(EarlyEnd.caller(stack("java.lang.Object.wait"))).isEmpty();
    }

    /** These calls, the innermost first, and behind them the caller. */
    private static StackTraceElement[] stack(String... calls) {
        return Stream.concat(Stream.of(calls).map(EarlyEndTest::frame), Stream.of(CALLER))
                .toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement frame(String call) {
        int dot = call.lastIndexOf('.');
        return new StackTraceElement(call.substring(0, dot), call.substring(dot + 1), null, 1);
    }
}
