package org.sockrates.transport.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoomTest {
    private final List<Thread> begun = new ArrayList<>();

    /** A system with room for two more. */
    private final ThreadFactory two = work -> new Thread(work) {
        @Override
        public void start() {
            if (begun.stream().filter(Thread::isAlive).count() == 2) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            begun.add(this);
            super.start();
        }
    };

    @Test
    void threadsAreThereAtOnceAndEnd() {
        assertThatCode(() -> Room.forThreads(2, two)).doesNotThrowAnyException();
        assertThat(begun).as("whoever looked has left").noneMatch(Thread::isAlive);
        assertThatThrownBy(() -> Room.forThreads(3, two)).isInstanceOf(OutOfMemoryError.class);
        assertThat(begun).hasSize(4).noneMatch(Thread::isAlive);
    }

    @Test
    void moreDescriptorsThanAnySystemHasAreNotThere() {
        assertThatCode(() -> Room.forDescriptors(1)).doesNotThrowAnyException();
    }
}
