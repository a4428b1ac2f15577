package org.sockrates.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrangerTest {
    private static Throwable thrown(Throwable failure, StackTraceElement... stack) {
        failure.setStackTrace(stack);
        return failure;
    }

    private static StackTraceElement in(String type, String method) {
        return new StackTraceElement(type, method, null, 9);
    }

    @Test
    void whatSomebodysClassThrowsIsItsOwn() {
        Throwable notYet = thrown(
                new UnsupportedOperationException("not yet"),
                in("xor.XorSocket", "receive"),
                in("org.sockrates.transport.ObservedSocket", "receive"));
        assertThat(Stranger.told(notYet))
                .contains("XorSocket.receive: UnsupportedOperationException: not yet (its own); mend its jar");
    }

    @Test
    void soIsAClassThatItMissesAndWhatJavaThrowsIntoIt() {
        assertThat(Stranger.told(thrown(new NoClassDefFoundError("xor/\u001bKey"), in("XorSocket", "send"))))
                .contains("XorSocket.send: NoClassDefFoundError: xor/\\x1bKey (its own); mend its jar");
        StackTraceElement java =
                new StackTraceElement("app", "java.base", "17", "java.util.Objects", "requireNonNull", null, 1);
        assertThat(Stranger.told(thrown(new NullPointerException(), java, in("XorSocket", "send"))))
                .contains("XorSocket.send: NullPointerException (its own); mend its jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.sockrates.shell.Program", "org.sockrates.transport.Errno"})
    void whatOursThrowsIsABugOfOurs(String type) {
        assertThat(Stranger.told(thrown(new IllegalStateException(), in(type, "x"), in("XorSocket", "send"))))
                .isEmpty();
    }

    @Test
    void ofAnErrorWithoutAStackNothingIsSaid() {
        assertThat(Stranger.told(thrown(new IllegalStateException()))).isEmpty();
    }

    @Test
    void whatTheWorldDidIsNobodysOwn() {
        assertThat(Stranger.told(thrown(new IOException("gone"), in("xor.XorSocket", "send"))))
                .isEmpty();
    }

    @Test
    void whatSomebodysObjectMadeOthersThrowIsItsOwn() {
        Throwable refused = thrown(
                new IllegalArgumentException("not a measurement"), in("org.sockrates.compare.Reading", "measured"));
        assertThat(Stranger.told(refused, somebodys()))
                .hasValueSatisfying(
                        told -> assertThat(told)
                                .matches(
                                        "\\$Proxy\\d+: IllegalArgumentException: not a measurement \\(its own\\); mend its jar"));
        assertThat(Stranger.told(refused, this)).isEmpty();
        assertThat(Stranger.told(new IOException("gone"), somebodys())).isEmpty();
    }

    /** Of a class that is not in our packages. */
    private static Object somebodys() {
        return Proxy.newProxyInstance(
                StrangerTest.class.getClassLoader(),
                new Class<?>[] {Runnable.class},
                (self, method, arguments) -> self);
    }
}
