package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {
    private final Times times = new Times();
    private final List<String> done = new ArrayList<>();

    @Test
    void doesWhatIsDueInTheOrderOfTimesAndThenOfAsking() {
        times.add(30, () -> done.add("late"));
        times.add(10, () -> done.add("first"));
        times.add(20, () -> done.add("second"));
        times.add(20, () -> done.add("third"));
        times.doDue(20);
        assertThat(done).containsExactly("first", "second", "third");
        assertThat(times.untilNext(20)).isEqualTo(10);
    }

    @Test
    void aClockThatWrapsAroundIsAClock() {
        times.add(Long.MIN_VALUE + 5, () -> done.add("after the wrap"));
        times.add(Long.MAX_VALUE - 5, () -> done.add("before"));
        times.doDue(Long.MAX_VALUE);
        assertThat(done).containsExactly("before");
        times.doDue(Long.MIN_VALUE + 5);
        assertThat(done).containsExactly("before", "after the wrap");
    }

    @Test
    void whatIsCancelledIsNotDone() {
        Times.Task task = times.add(10, () -> done.add("no"));
        task.cancel();
        task.cancel();
        times.doDue(10);
        assertThat(done).isEmpty();
        assertThat(times.isEmpty()).isTrue();
    }

    @Test
    void cancellingWhatWasDoneChangesNothing() {
        Times.Task task = times.add(10, () -> done.add("yes"));
        times.doDue(10);
        task.cancel();
        assertThat(done).containsExactly("yes");
    }

    @Test
    void manyCancelledTasksDoNotPileUp() {
        times.add(1_000_000, () -> done.add("kept"));
        for (int i = 0; i < 100_000; i++) {
            times.add(2_000_000, () -> done.add("no")).cancel();
        }
        assertThat(times.size()).isLessThan(1000);
        times.doDue(3_000_000);
        assertThat(done).containsExactly("kept");
    }

    @Test
    void aTaskMayAskForAnother() {
        times.add(10, () -> times.add(10, () -> done.add("at once")));
        times.doDue(10);
        assertThat(done).containsExactly("at once");
    }
}
