package org.sockrates.app.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not so is seen: without that {@link TrueWordsTest} could not fail. */
class TruthTest {
    private static final String KERNELS = "own tcp LISTEN 0 5 127.0.0.1:10000 -";
    private static final StatusRow DOOR =
            new StatusRow("a", "a (3)", "tcp", "LISTEN", "0 5", "127.0.0.1:10000", "-", List.of("accept"));

    private final List<String> lies = new ArrayList<>();

    private Truth truth(String row, Step... steps) {
        return new Truth(List.of(steps), 10_000, List.of(DOOR), List.of(DOOR), List.of(KernelView.Row.of(row)), lies);
    }

    private static Step step(String call, String answer, String... hints) {
        return new Step(call, answer, List.of(hints));
    }

    @Test
    void theKernelHasItOtherwise() {
        truth(KERNELS).ofTable();
        assertThat(lies).isEmpty();
        truth(KERNELS.replace("0 5", "0 7")).ofTable();
        assertThat(lies)
                .containsExactly(
                        "status has tcp LISTEN 0 5 127.0.0.1:10000 -",
                        "the kernel has tcp LISTEN 0 7 127.0.0.1:10000 -");
    }

    @Test
    void aCallIsNamedThatCannotBeMadeOrLeftOutThoughItCan() {
        truth(KERNELS, step("accept a --as b", "EAGAIN")).ofNextCalls();
        truth(KERNELS, step("send a hello", "EPIPE")).ofNextCalls();
        assertThat(lies).isEmpty();
        truth(KERNELS, step("accept a --as b", "EINVAL")).ofNextCalls();
        truth(KERNELS, step("send a hello", "5")).ofNextCalls();
        assertThat(lies).hasSize(2);
    }

    @Test
    void aReasonIsNotSo() {
        truth(KERNELS, step("recv a 5", "ENOTCONN", "it listens; what accept returns is one end"))
                .ofHints();
        truth(KERNELS, step("recv a 5", "ENOTCONN", "what nobody looks at")).ofHints();
        assertThat(lies).isEmpty();
        truth(KERNELS, step("recv a 5", "ENOTCONN", "not connected yet: try  connect a HOST PORT"))
                .ofHints();
        truth(KERNELS, step("connect b 127.0.0.1 p0", "ECONNREFUSED", "nobody listens on 127.0.0.1:10000; start one"))
                .ofHints();
        assertThat(lies).hasSize(2);
    }

    @Test
    void adviceHelpsNobody() {
        Step vain = step("accept a --as b", "EINVAL", "it does not listen: try  listen a");
        truth(KERNELS, vain, step("listen a 5", "EINVAL"), vain).ofAdvice();
        truth(KERNELS, vain, step("listen a 5", "0"), step("accept a --as b", "EAGAIN"))
                .ofAdvice();
        assertThat(lies).isEmpty();
        truth(KERNELS, vain, step("listen a 5", "0"), vain).ofAdvice();
        assertThat(lies).hasSize(1);
    }
}
