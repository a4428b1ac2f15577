package org.sockrates.sim.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WorldTest {
    private final World world = new World();
    private final AtomicReference<@Nullable Thread> who = new AtomicReference<>();

    @Test
    void whatAStrangerWantsDoneIsDoneByTheNextActorAndNotByTheStranger() throws Exception {
        Thread stranger = new Thread(() -> world.does(() -> who.set(Thread.currentThread())));
        stranger.start();
        stranger.join();
        assertThat(who.get()).isNull();

        world.pass(1);
        assertThat(who.get()).isSameAs(Thread.currentThread());
    }

    @Test
    void whatAnActorWantsDoneIsDoneAtOnce() {
        world.does(() -> who.set(Thread.currentThread()));

        assertThat(who.get()).isSameAs(Thread.currentThread());
    }

    @Test
    void timeThatPassesLetsHappenWhatIsDueMeanwhile() {
        world.at(5, () -> who.set(Thread.currentThread()));
        world.pass(4);
        assertThat(who.get()).isNull();

        world.pass(4);
        assertThat(who.get()).isNotNull();
        assertThat(world.nowNanos()).isEqualTo(8);
    }

    @Test
    void whoWaitsGoesOnWhenAllOfThatMomentHasHappened() {
        List<String> order = new ArrayList<>();
        world.at(5, () -> {
            order.add("first");
            world.at(5, () -> order.add("second, of the same moment"));
        });
        world.at(6, () -> order.add("later"));
        world.sleepUntil(5);
        order.add("the actor");
        world.sleepUntil(7);

        assertThat(order).containsExactly("first", "second, of the same moment", "the actor", "later");
    }
}
