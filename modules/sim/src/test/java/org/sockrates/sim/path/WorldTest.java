package org.sockrates.sim.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Leaks;

@Isolated("looks at all that is open in this process")
final class WorldTest {
    /** In a thread of its own: who waits for its turn hears no interrupt. */
    private static final int LIMIT_SECONDS = 30;

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

    @Test
    void aSocketThatWaitsForNobodyIsToldToHaveALimit() throws Exception {
        Transport tcp = SimPathTest.tcp();
        try (Passage passage = new SimPath().open(tcp.traits(), LinkSpec.NONE)) {
            TransportSocket door = passage.through(tcp).open(Family.AF_INET);
            door.bind(passage.serveOn());
            door.listen(1);
            door.waiting(Waiting.unlimited());
            assertThatThrownBy(door::accept).hasMessage("sim: everybody waits for somebody else (expected: a limit)");
        }
    }

    @Test
    void whoWaitsForNobodyIsToldFromWhoWaitsTooLong() {
        long years = Duration.ofDays(365).toNanos();
        assertThatThrownBy(() -> world.sleepUntil(80 * years))
                .hasMessage("sim: everybody waits for what comes after 73 years of virtual time (expected: less)");

        World empty = new World();
        assertThatThrownBy(() -> empty.turnOver(empty.running()))
                .hasMessage("sim: everybody waits for somebody else (expected: a limit)");
    }

    @Test
    @Timeout(value = LIMIT_SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void whoCannotBeginIsNotOfTheWorldWhichEndsAllOthers() throws Exception {
        World here = new World();
        Leaks leaks = Leaks.before();
        ActorThread.start("other", here, () -> {
            here.sleepUntil(100);
            return null;
        });
        assertThatThrownBy(() -> here.enter(self -> new Thread("one too many") {
                    @Override
                    public void start() {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                }))
                .isInstanceOf(OutOfMemoryError.class);
        here.sleepUntil(5);
        assertThat(here.nowNanos()).isEqualTo(5);
        here.end();
        leaks.check();
    }

    /** Others wait for it, or nobody does: the first is told, and can end them all. */
    @Test
    @Timeout(value = LIMIT_SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void whatFailsWhileItHappensIsTheFirstsToHearWhoeverHadTheTurn() {
        for (int ofTheOther : new int[] {0, 100}) {
            World here = new World();
            Leaks leaks = Leaks.before();
            Error failure = new StackOverflowError("as if");
            ActorThread.start("other", here, () -> {
                here.sleepUntil(ofTheOther);
                return null;
            });
            here.at(5, () -> {
                throw failure;
            });
            assertThatThrownBy(() -> here.sleepUntil(10)).isSameAs(failure);
            here.end();
            leaks.check();
        }
    }

    @Test
    @Timeout(value = LIMIT_SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void whoIsToEndWaitsForNothingAnyMore() throws Exception {
        World here = new World();
        Leaks leaks = Leaks.before();
        List<String> told = new ArrayList<>();
        ActorThread<?> other = ActorThread.start("other", here, () -> {
            try {
                here.sleepUntil(100);
            } finally {
                told.add("ends");
                here.sleepUntil(200);
                told.add("waited");
            }
            return null;
        });
        here.sleepUntil(5);
        here.end();
        leaks.check();
        assertThat(told).containsExactly("ends");
        assertThatThrownBy(() -> other.join(Duration.ofSeconds(1))).isInstanceOf(World.ActorEnded.class);
    }
}
