package org.sockrates.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever has called something that threw is told where, in a file of its own. */
final class ThrownTest {
    private static final StackTraceElement HOST = frame(Guest.class.getName(), "perform", 74);
    private static final StackTraceElement PACKET = frame("org.sockrates.transport.rdt.Packet", "write", 131);
    private static final StackTraceElement RUNNER = frame("com.example.Runner", "main", 9);

    private static StackTraceElement frame(String of, String method, int line) {
        return new StackTraceElement(of, method, of.substring(of.lastIndexOf('.') + 1) + ".java", line);
    }

    private static StackTraceElement java(String of, String method) {
        return new StackTraceElement(null, "java.base", "17", of, method, "Java.java", 1);
    }

    private static String where(StackTraceElement... frames) {
        IndexOutOfBoundsException thrown = new IndexOutOfBoundsException();
        thrown.setStackTrace(frames);
        return Thrown.text(thrown);
    }

    @Test
    void whatOursThrowsIsToldOfTheNearestLineThatCalledIt() {
        StackTraceElement acknowledges = frame("MyGoBackN", "acknowledge", 117);
        StackTraceElement helps = frame("mine.Helper", "send", 12);

        assertThat(where(java("java.util.Objects", "checkIndex"), PACKET, acknowledges, HOST, RUNNER))
                .isEqualTo("IndexOutOfBoundsException at MyGoBackN.java:117, in its call of write");
        assertThat(where(frame("org.sockrates.transport.rdt.Numbers", "plus", 4), PACKET, helps, acknowledges, HOST))
                .isEqualTo("IndexOutOfBoundsException at Helper.java:12, in its call of write");
        assertThat(where(java("java.util.ArrayDeque", "getFirst"), acknowledges, HOST))
                .isEqualTo("IndexOutOfBoundsException at MyGoBackN.java:117");
    }

    @Test
    void oursIsNamedWhereNobodyElseHasCalledIt() {
        assertThat(where(java("java.util.Objects", "checkIndex"), PACKET, HOST, RUNNER))
                .isEqualTo("IndexOutOfBoundsException at Packet.java:131");
        assertThat(where()).isEqualTo("IndexOutOfBoundsException");
    }
}
