package org.sockrates.sim.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.sim.check.Invariant.Scope;
import org.sockrates.sim.check.schedule.Decision;
import org.sockrates.sim.check.schedule.Schedule;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** The checker is checked: no alarm where nothing is wrong, and one for every bug that was planted. */
final class CheckTest {
    /** Of each of the three; {@code -Dcheck.seeds=30000} for all night. */
    private static final int SEEDS = Integer.getInteger("check.seeds", 300);

    private static final int SEEDS_A_BUG = 1_000;

    /** A call that does not return, nobody sees from within; the line is ours, and no protocol can break it. */
    private static final Set<Invariant> NOT_PLANTED = EnumSet.of(Invariant.RETURNS, Invariant.CONSERVED);

    /** Planted in connections, and where somebody forges. */
    private static final Set<Scope> OF_OTHERS = EnumSet.of(Scope.CONNECTION, Scope.FORGED, Scope.FORGED_CONNECTION);

    private static BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker(Bug bug) {
        return (settings, outside) -> new PlantedEnd(bug.of(), bug, settings, outside);
    }

    private static Check of(Bug bug) {
        return Check.of(maker(bug), bug.of());
    }

    /** With no more questions than are needed, so that the plainest is heard. */
    private static Check of(Bug bug, Scope scope) {
        return switch (scope) {
            case EVERY -> Check.ofOwnPackets(maker(bug));
            case PACKETS -> Check.of(maker(bug), null);
            case TEXTBOOK, LINE, CONNECTION, FORGED, FORGED_CONNECTION -> of(bug);
        };
    }

    // --- no false alarm ---------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void theShippedProtocolsKeepEverything(Protocol protocol) {
        Finding finding = Check.of(protocol).hunt(1, SEEDS, () -> false);

        assertThat(finding.failure()).as("seed %d", finding.seed()).isEmpty();
        assertThat(finding.seeds()).isEqualTo(SEEDS);
        assertThat(finding.notAsked()).containsExactly(Invariant.RETURNS);
        assertThat(finding.events()).isGreaterThan(100L * SEEDS);
    }

    @ParameterizedTest
    @EnumSource
    void soDoTheyWithoutSayingWhatTheyAre(Protocol protocol) {
        Finding own = Check.ofOwnPackets(protocol::end).hunt(1, SEEDS / 4, () -> false);
        Finding packets = Check.of(protocol::end, null).hunt(1, SEEDS / 4, () -> false);

        assertThat(own.failure()).as("seed %d", own.seed()).isEmpty();
        assertThat(own.notAsked())
                .hasSizeGreaterThan(20)
                .filteredOn(each -> each.scope() == Scope.EVERY)
                .containsExactly(Invariant.RETURNS);
        assertThat(packets.failure()).as("seed %d", packets.seed()).isEmpty();
        assertThat(packets.held()).contains(Invariant.WITHIN_WINDOW).doesNotContain(Invariant.KARN);
    }

    @ParameterizedTest
    @EnumSource
    void theProtocolsWithoutABugKeepEverything(Protocol protocol) {
        Check sound = Check.of((settings, outside) -> new PlantedEnd(protocol, null, settings, outside), protocol);

        assertThat(sound.hunt(1, SEEDS / 4, () -> false).failure()).isEmpty();
    }

    /** docs/rdt.md: the timeout may be fixed. */
    @ParameterizedTest
    @EnumSource
    void whoTimesOnePacketAtATimeOrNoneIsNotAccused(Protocol protocol) {
        for (int most : List.of(0, Integer.MAX_VALUE)) {
            Check sparing =
                    Check.of((settings, outside) -> protocol.end(OncePerFlight.of(settings, most), outside), protocol);

            assertThat(sparing.hunt(1, SEEDS, () -> false).failure()).isEmpty();
        }
    }

    /** TCP does not heed it (RFC 9293 §3.10.7.4), and docs/rdt.md leaves it open. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SELECTIVE_REPEAT")
    void whoIgnoresAnOldAcknowledgementIsNotAccused(Protocol protocol) {
        Check heedless = Check.of((settings, outside) -> new HeedlessEnd(protocol, settings, outside), protocol);
        Schedule late = Schedule.parse("window 6; client sends 9; server room 4 6ms; upstream drop 1st data;"
                + " upstream drop 2nd data; upstream drop 3rd data; upstream drop 9th data;"
                + " downstream duplicate 12th ack 30ms");

        assertThat(broken(heedless, late)).isEmpty();
        assertThat(heedless.hunt(1, SEEDS, () -> false).failure()).isEmpty();
    }

    // --- every bug --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void findsEveryPlantedBug(Bug bug) {
        assertThat(of(bug).hunt(1, SEEDS_A_BUG, () -> false).failure()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void callsEveryPlantedBugByItsName(Bug bug) {
        Hunts.finds(of(bug, bug.breaks().scope()), bug.breaks());
    }

    @Test
    void everyInvariantHasABugThatBreaksIt() {
        EnumSet<Invariant> broken = EnumSet.copyOf(NOT_PLANTED);
        for (Bug bug : Bug.values()) {
            broken.add(bug.breaks());
        }

        assertThat(Invariant.values())
                .filteredOn(invariant -> !OF_OTHERS.contains(invariant.scope()))
                .hasSizeGreaterThan(25)
                .containsExactlyElementsOf(broken);
        assertThat(Bug.values()).hasSizeGreaterThan(24);
    }

    // --- the same again ---------------------------------------------------------------------------------------------

    @Test
    void theSameSeedsAreTheSameHunt() {
        Check check = Check.of(maker(Bug.FORGETS_WHAT_CAME_EARLY), null);

        assertThat(check.hunt(1, SEEDS_A_BUG, () -> false)).isEqualTo(check.hunt(1, SEEDS_A_BUG, () -> false));
    }

    @Test
    void endsWhenItIsAskedTo() {
        Finding finding = Check.of(Protocol.GO_BACK_N).hunt(7, 1_000, () -> true);

        assertThat(finding.seeds()).isZero();
        assertThat(finding.held()).isEmpty();
    }

    // --- the shortest -----------------------------------------------------------------------------------------------

    @Test
    void ofThirtyDecisionsTwoAreLeft() {
        Failure failure = Check.of(maker(Bug.FORGETS_WHAT_CAME_EARLY), null)
                .hunt(1, SEEDS_A_BUG, () -> false)
                .failure()
                .orElseThrow();

        assertThat(failure.decisions()).isGreaterThan(10);
        assertThat(failure.schedule().decisions()).hasSizeLessThanOrEqualTo(2).isNotEmpty();
        assertThat(failure.schedule().plan().window()).isLessThanOrEqualTo(3);
        assertThat(failure.steps()).extracting(Step::kind).contains(Step.Kind.LOST);
    }

    @Test
    void aLostPacketIsAllItTakesToSeeThatWhatCameEarlyWasForgotten() {
        Schedule schedule = Schedule.parse("window 2; client sends 2; upstream drop 1st data");

        assertThat(Check.of(maker(Bug.FORGETS_WHAT_CAME_EARLY), null)
                        .replay(schedule)
                        .orElseThrow()
                        .broken()
                        .how())
                .isEqualTo("all is acknowledged, 1 of 2 messages were delivered");
        assertThat(Check.of(Protocol.SELECTIVE_REPEAT).replay(schedule)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WAITS_FOR_EACH_ACKNOWLEDGEMENT | 5 | at 0: hasRoom said no with 1 outstanding (expected: yes below 5)",
                "SENDS_WHAT_IT_TOOK_WHEN_THE_TIMER_RINGS | 2"
                        + " | at 0: a message was taken, and not sent with 1 outstanding (expected: sent below 2)",
                "WAITS_FOR_EACH_ACKNOWLEDGEMENT | 1 |",
            })
    void whoDoesNotUseTheWindowIsToldHowMuchOfIt(Bug bug, int window, @Nullable String told) {
        Schedule schedule = Schedule.parse("window " + window + "; client sends 6");

        assertThat(broken(of(bug), schedule)
                        .map(broken -> "at " + broken.nanos() + ": " + broken.how())
                        .orElse(null))
                .isEqualTo(told);
        assertThat(broken(Check.of(maker(bug), null), schedule))
                .as("without saying what it is")
                .isEmpty();
    }

    /** Not how many of those that it took were delivered: that would be all of them. */
    @Test
    void whoHasNoRoomForEverIsToldHowMuchItLeft() {
        ProtocolEnd end = mock(ProtocolEnd.class);
        when(end.allAcknowledged()).thenReturn(true);
        doThrow(new IllegalStateException("no room")).when(end).send(any(), anyLong());

        assertThat(broken(Check.ofOwnPackets((settings, outside) -> end), Schedule.parse("window 1; client sends 2"))
                        .map(Broken::how))
                .contains("hasRoom says no for ever: 0 of 2 messages were sent");
    }

    @Test
    void whoEndsTheShrinkingGetsTheShortestSoFar() {
        Check check = Check.of(maker(Bug.FORGETS_WHAT_CAME_EARLY), null);
        Finding whole = check.hunt(1, SEEDS_A_BUG, () -> false);
        AtomicInteger asked = new AtomicInteger();
        Finding stopped = check.hunt(whole.seed(), 1, () -> asked.incrementAndGet() > 12);

        Failure shortest = whole.failure().orElseThrow();
        Failure soFar = stopped.failure().orElseThrow();
        assertThat(soFar.broken().invariant()).isEqualTo(shortest.broken().invariant());
        assertThat(soFar.schedule().decisions().size())
                .isLessThan(soFar.decisions())
                .isGreaterThan(shortest.schedule().decisions().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPARES_NEW_AND_OLD_BY_SIZE", "LOOKS_AT_NO_CHECKSUM", "SENDS_ALL_AGAIN"})
    void ofTheShortestNothingCanBeLeftOut(Bug bug) {
        Check check = of(bug);
        Failure failure = check.hunt(1, SEEDS_A_BUG, () -> false).failure().orElseThrow();
        Schedule schedule = failure.schedule();

        assertThat(broken(check, Schedule.parse(schedule.text()))).contains(failure.broken());
        for (Decision decision : schedule.decisions()) {
            List<Decision> others = schedule.decisions().stream()
                    .filter(other -> !other.equals(decision))
                    .toList();
            assertThat(broken(check, new Schedule(schedule.plan(), others)).map(Broken::invariant))
                    .as("without %s", decision)
                    .isNotEqualTo(Optional.of(failure.broken().invariant()));
        }
    }

    private static Optional<Broken> broken(Check check, Schedule schedule) {
        return check.replay(schedule).map(Failure::broken);
    }

    @Test
    void tellsWhatAConstructorThrows() {
        Check check = Check.of(
                (settings, outside) -> {
                    throw new IllegalArgumentException("not today");
                },
                null);

        assertThat(check.run(1).orElseThrow().how())
                .startsWith("its constructor threw IllegalArgumentException: not today at CheckTest.java:");
    }

    /** What cannot be set up: Java tells why only the first time. */
    private static final class Unset {
        private static final int LENGTH = Integer.parseInt("ten");
    }

    @Test
    void tellsWhatAStaticInitialiserThrewEveryTimeTheSame() {
        Check check = Check.of(
                (settings, outside) -> {
                    throw new IllegalStateException("set up after all: " + Unset.LENGTH);
                },
                null);

        for (int seed = 1; seed <= 2; seed++) {
            assertThat(check.run(seed).orElseThrow().how())
                    .startsWith("its constructor threw NumberFormatException: For input string: \"ten\" at "
                            + "CheckTest.java:");
        }
    }
}
