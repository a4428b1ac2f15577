package org.sockrates.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.sim.check.Invariant.Scope;
import org.sockrates.sim.check.schedule.Schedule;
import org.sockrates.transport.rdt.Protocol;

/** What is asked of connections is asked of sound ones and of planted ones. */
final class ConnectionCheckTest {
    /** Of each of the three; {@code -Dcheck.seeds=30000} for all night. */
    private static final int SEEDS = Integer.getInteger("check.seeds", 500);

    private static final int SEEDS_A_BUG = 1_000;

    private static Check of(ConnectionBug bug) {
        return Check.ofConnections(bug.over(), new PlantedExchange(bug));
    }

    // --- no false alarm ---------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void theShippedConnectionsKeepEverything(Protocol protocol) {
        Finding finding = Check.ofConnections(protocol).hunt(1, SEEDS, () -> false);

        assertThat(finding.failure()).as("seed %d", finding.seed()).isEmpty();
        assertThat(finding.notAsked()).isEmpty();
        assertThat(finding.held())
                .filteredOn(invariant -> invariant.scope() == Scope.CONNECTION)
                .hasSizeGreaterThan(30);
        assertThat(finding.events()).isGreaterThan(20L * SEEDS);
    }

    @ParameterizedTest
    @EnumSource
    void thoseWithoutABugKeepEverything(Protocol protocol) {
        Check sound = Check.ofConnections(protocol, new PlantedExchange(null));

        assertThat(sound.hunt(1, SEEDS / 4, () -> false).failure()).isEmpty();
    }

    // --- every bug --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void findsEveryPlantedBugAndCallsItByItsName(ConnectionBug bug) {
        Hunts.finds(of(bug), bug.breaks());
    }

    @Test
    void everyInvariantHasABugThatBreaksIt() {
        EnumSet<Invariant> broken = EnumSet.noneOf(Invariant.class);
        for (ConnectionBug bug : ConnectionBug.values()) {
            broken.add(bug.breaks());
        }

        assertThat(Invariant.values())
                .filteredOn(invariant -> invariant.scope() == Scope.CONNECTION)
                .hasSizeGreaterThan(30)
                .isSubsetOf(broken);
    }

    // --- the shortest -----------------------------------------------------------------------------------------------

    @Test
    void oneLostAcknowledgementShowsWhoIsGoneTooEarly() {
        Failure failure = of(ConnectionBug.IS_GONE_WHEN_IT_IS_OVER)
                .hunt(1, SEEDS_A_BUG, () -> false)
                .failure()
                .orElseThrow();

        assertThat(failure.broken().how()).isEqualTo("END came again, and nobody was there to acknowledge it");
        assertThat(failure.schedule().decisions()).hasSizeLessThanOrEqualTo(2);
        assertThat(of(ConnectionBug.IS_GONE_WHEN_IT_IS_OVER)
                        .replay(Schedule.parse(failure.schedule().text()))
                        .orElseThrow()
                        .broken())
                .isEqualTo(failure.broken());
    }

    /** Not how many bytes it has: that would be all of them. */
    @Test
    void whoNeverHearsOfTheEndIsToldSo() {
        Schedule schedule = Schedule.parse("connection; window 2; client sends 3; server sends 3");

        assertThat(of(ConnectionBug.NEVER_TELLS_THE_END)
                        .replay(schedule)
                        .orElseThrow()
                        .broken()
                        .how())
                .isEqualTo("the client has all bytes and not their end, and nobody gave up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connection; window 1",
                "connection; window 2; client sends 3 size any; server follows; downstream drop 1st syn",
                "connection; window 1; client sends 2; upstream drop 1st fin; downstream drop 1st fin",
                "connection; window 1; server ends 1s; upstream duplicate 1st syn 2s; upstream forge 1st data",
                "connection; window 1; client resets 15ms; upstream drop 1st rst",
                "connection; window 1; client vanishes 15ms",
                "connection; window 4; client sends 9; server vanishes 40ms",
                "connection; window 1; server resets; downstream drop 1st syn; downstream drop 1st rst",
            })
    void aSoundConnectionGetsThrough(String schedule) {
        assertThat(Check.ofConnections(Protocol.GO_BACK_N).replay(Schedule.parse(schedule)))
                .isEmpty();
    }

    @Test
    void whatHappensIsDrawnInItsOwnWords() {
        Failure failure = of(ConnectionBug.SPEAKS_BEHIND_END)
                .replay(Schedule.parse("connection; window 2; client sends 1; client resets 1s; upstream drop 1st syn"))
                .orElseThrow();

        assertThat(failure.steps())
                .filteredOn(step -> step.kind() == Step.Kind.LEAVES || step.kind() == Step.Kind.LOST)
                .extracting(Step::label)
                .containsExactly(
                        "OPEN", "OPEN", "ack 0, next 1, room 64", "OPEN", "ack 0, next 1, room 64", "data 1", "END");
    }
}
