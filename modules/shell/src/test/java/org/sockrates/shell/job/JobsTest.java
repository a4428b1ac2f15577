package org.sockrates.shell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InOrder;
import org.mockito.Mock;
import org.mockito.Mockito;
import org.mockito.junit.jupiter.MockitoExtension;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.testkit.Task;

@ExtendWith(MockitoExtension.class)
class JobsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Mock
    private Voice voice;

    private final Jobs jobs = new Jobs();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        jobs.close();
    }

    private Reply waits(Job job) throws IOException {
        return job.whileWaiting(gate::countDown, () -> {
            job.unfinished("accept(3 <unfinished ...>");
            await(gate);
            job.unfinished(null);
            return new Reply() {
                @Override
                public List<String> lines() {
                    return List.of("accept(3) = 4");
                }

                @Override
                public List<String> resumedLines() {
                    return List.of("<... accept resumed>) = 4");
                }

                @Override
                public Object json() {
                    return 4;
                }
            };
        });
    }

    @Test
    void anErrorOfOursEndsItToo() {
        Job job = new Job("x", Origin.PROMPT, voice, false);
        jobs.start(job, running -> {
            throw new LinkageError("no such class here");
        });
        assertThat(job.await(LIMIT)).isTrue();
        assertThat(job.status()).isEqualTo(ExitStatus.BUG);
    }

    @Test
    void whatFindsNoThreadHasFailedAndNothingIsKept() {
        Jobs full = new Jobs((job, work) -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        Job job = new Job("x", Origin.PROMPT, voice, false);
        full.start(job, running -> Reply.lines(List.of()));
        assertThat(job.await(LIMIT)).isTrue();
        assertThat(job.status()).isEqualTo(ExitStatus.MISSING);
        Job beside = new Job("y", Origin.PROMPT, voice, true);
        assertThatThrownBy(() -> full.startBeside(beside, 3, running -> Reply.lines(List.of())))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(full.all()).isEmpty();
    }

    @Test
    void saysItsReplyWhereItWasAsked() {
        Job job = new Job("x", Origin.PROMPT, voice, false);
        jobs.start(job, running -> Reply.lines(List.of("a", "b")));
        assertThat(Foreground.toTheEnd(jobs).watch(job, false)).isTrue();
        InOrder order = Mockito.inOrder(voice);
        order.verify(voice).result("a");
        order.verify(voice).result("b");
        Mockito.verifyNoMoreInteractions(voice);
    }

    @Test
    void aCallThatWaitsIsLeftToItselfAndItsEndIsNews() {
        Job job = new Job("accept", Origin.PROMPT, voice, false);
        jobs.start(job, this::waits);
        assertThat(Foreground.atMost(jobs, Duration.ofMillis(20)).watch(job, false))
                .isFalse();
        assertThat(jobs.all()).containsExactly(job);
        gate.countDown();
        assertThat(job.await(LIMIT)).isTrue();
        InOrder order = Mockito.inOrder(voice);
        order.verify(voice).result("accept(3 <unfinished ...>");
        order.verify(voice).news("<... accept resumed>) = 4");
    }

    @Test
    void whatDoesNotWaitInACallIsWatchedToItsEnd() {
        Job job = new Job("compare", Origin.PROMPT, voice, false);
        jobs.start(job, running -> {
            job.say("one");
            return Reply.lines(List.of("two"));
        });
        assertThat(Foreground.atMost(jobs, Duration.ofMillis(1)).watch(job, false))
                .isTrue();
        Mockito.verify(voice).result("two");
    }

    @Test
    void whatTakesLongWithoutWaitingInACallIsWatchedStill() throws Exception {
        Job job = new Job("compare", Origin.PROMPT, voice, false);
        jobs.start(job, running -> {
            await(gate);
            return Reply.lines(List.of("done"));
        });
        Task<Boolean> watching =
                Task.start(() -> Foreground.atMost(jobs, Duration.ofMillis(1)).watch(job, false));
        watching.awaitBlocked();
        gate.countDown();
        assertThat(watching.result()).isTrue();
        assertThat(jobs.all()).isEmpty();
    }

    @Test
    void whatIsStartedInTheBackgroundIsLeftEvenWhenItWaitsInNoCall() {
        Job job = new Job("compare &", Origin.PROMPT, voice, false);
        jobs.start(job, running -> {
            running.say("begun");
            await(gate);
            return Reply.lines(List.of("done"));
        });
        assertThat(Foreground.toTheEnd(jobs).watch(job, true)).isFalse();
        gate.countDown();
        assertThat(job.await(LIMIT)).isTrue();
        InOrder order = Mockito.inOrder(voice);
        order.verify(voice).result("begun");
        order.verify(voice).result("[1] compare &");
        order.verify(voice).news("done");
    }

    @Test
    void whatEndedIsNotKept() {
        Job job = new Job("x", Origin.PROMPT, voice, false);
        jobs.start(job, running -> Reply.silence());
        assertThat(job.await(LIMIT)).isTrue();
        assertThat(jobs.keep(job)).isEqualTo(1);
        assertThat(jobs.all()).isEmpty();
    }

    @Test
    void onlyAPersonTypes() {
        assertThat(Arrays.stream(Origin.values()).filter(Origin::typed))
                .containsExactly(Origin.PROMPT, Origin.ARGUMENTS);
    }

    private static void await(CountDownLatch gate) {
        try {
            assertThat(gate.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void cancellingEndsTheWait() {
        Job job = new Job("accept", Origin.PROMPT, voice, false);
        jobs.start(job, this::waits);
        job.cancel();
        assertThat(job.await(LIMIT)).isTrue();
        assertThat(job.cancelled()).isTrue();
    }

    @Test
    void whoWasAskedToEndBeforeItWaitsDoesNotWait() throws IOException {
        Job job = new Job("accept", Origin.PROMPT, voice, false);
        job.cancel();
        assertThat(waits(job).json()).isEqualTo(4);
    }

    @Test
    void closingEndsAllThatWait() {
        Job job = new Job("accept", Origin.PROMPT, voice, false);
        jobs.start(job, this::waits);
        jobs.keep(job);
        jobs.close();
        assertThat(job.ended()).isTrue();
        assertThat(jobs.all()).isEmpty();
    }

    @Test
    void aLabReadsWhatAJobSaidWhenItAsks() {
        Job job = new Job("accept &", Origin.LAB, voice, false);
        jobs.start(job, this::waits);
        assertThat(Foreground.toTheEnd(jobs).watch(job, true)).isFalse();
        gate.countDown();
        assertThat(job.await(LIMIT)).isTrue();
        assertThat(jobs.all()).containsExactly(job);
        assertThat(job.collect()).containsExactly("<... accept resumed>) = 4");
        assertThat(job.collect()).isEmpty();
        Mockito.verify(voice, Mockito.never()).news(Mockito.anyString());
    }

    @Test
    void numbersAreTheLowestThatAreFree() {
        Job one = new Job("a", Origin.PROMPT, voice, false);
        Job two = new Job("b", Origin.PROMPT, voice, false);
        assertThat(jobs.keep(one)).isEqualTo(1);
        assertThat(jobs.keep(two)).isEqualTo(2);
        assertThat(jobs.keep(two)).isEqualTo(2);
        jobs.forget(one);
        Job three = new Job("c", Origin.PROMPT, voice, false);
        assertThat(jobs.keep(three)).isEqualTo(1);
        List.of(two, three).forEach(jobs::forget);
    }

    @Test
    void aProgramGetsTheReplyAndNothingBefore() {
        Job job = new Job("x --json", Origin.ARGUMENTS, voice, true);
        jobs.start(job, running -> {
            running.say("progress");
            return Reply.of(List.of("text"), Json.object("a", null, "b", 1), 0);
        });
        assertThat(job.await(LIMIT)).isTrue();
        Mockito.verify(voice).result("{\"a\":null,\"b\":1}");
        Mockito.verifyNoMoreInteractions(voice);
    }

    @Test
    void failuresBecomeOneLineAndAStatus() {
        Job job = new Job("x", Origin.PROMPT, voice, false);
        jobs.start(job, running -> {
            throw new UsageException("x: no (expected: yes)");
        });
        assertThat(job.await(LIMIT)).isTrue();
        assertThat(job.status()).isEqualTo(2);
        Mockito.verify(voice).trouble("x: no (expected: yes)");
    }

    @Test
    void aJobBesideSpeaksAsNews() {
        Job job = new Job("server", Origin.PROMPT, voice, false);
        Job beside = job.beside("server tcp");
        beside.voice().result("ended");
        beside.voice().trouble("trouble");
        beside.voice().news("news");
        Mockito.verify(voice).news("ended");
        Mockito.verify(voice).news("trouble");
        Mockito.verify(voice).news("news");
    }
}
