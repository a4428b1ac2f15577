package org.sockrates.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.sim.check.Invariant.Scope;
import org.sockrates.sim.check.schedule.Schedule;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** What is asked where somebody forges is asked of sound ends and connections, and of credulous ones. */
final class ForgedCheckTest {
    /** Of each of the three; {@code -Dcheck.seeds=30000} for all night. */
    private static final int SEEDS = Integer.getInteger("check.seeds", 200);

    private static final int SEEDS_A_BUG = 1_000;

    @ParameterizedTest
    @EnumSource
    void theShippedProtocolsKeepEverything(Protocol protocol) {
        Finding finding = Check.of(protocol).forged().hunt(1, SEEDS, () -> false);

        assertThat(finding.failure()).as("seed %d", finding.seed()).isEmpty();
        assertThat(finding.notAsked()).containsExactly(Invariant.RETURNS);
    }

    @ParameterizedTest
    @EnumSource
    void soDoTheyWithoutSayingWhatTheyAre(Protocol protocol) {
        Finding finding = Check.of(protocol::end, null).forged().hunt(1, SEEDS, () -> false);

        assertThat(finding.failure()).as("seed %d", finding.seed()).isEmpty();
        assertThat(finding.held()).contains(Invariant.TAKES_WITHIN_THE_WINDOW);
    }

    @ParameterizedTest
    @EnumSource
    void theShippedConnectionsKeepEverything(Protocol protocol) {
        Finding finding = Check.ofConnections(protocol).forged().hunt(1, SEEDS, () -> false);

        assertThat(finding.failure()).as("seed %d", finding.seed()).isEmpty();
        assertThat(finding.notAsked()).isEmpty();
    }

    /** Whatever the reading of the room: none of them is one of ours. */
    @ParameterizedTest
    @EnumSource
    void otherSoundEndsAreNotAccused(Protocol protocol) {
        List<BiFunction<ProtocolSettings, Outside, ProtocolEnd>> sound = List.of(
                (settings, outside) -> new CredulousEnd(protocol, null, settings, outside),
                (settings, outside) -> new PlantedEnd(protocol, null, settings, outside),
                (settings, outside) -> protocol.end(OncePerFlight.of(settings, 0), outside));
        for (BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker : sound) {
            Finding like = Check.of(maker, protocol).forged().hunt(1, SEEDS, () -> false);
            Finding none = Check.of(maker, null).forged().hunt(1, SEEDS, () -> false);

            assertThat(like.failure()).as("seed %d", like.seed()).isEmpty();
            assertThat(none.failure()).as("seed %d", none.seed()).isEmpty();
        }
    }

    /** Nothing can be forged of what nobody can read. */
    @Test
    void ofOwnPacketsNothingIsForged() {
        Finding finding = Check.ofOwnPackets(Protocol.GO_BACK_N::end).forged().hunt(1, SEEDS, () -> false);

        assertThat(finding.failure()).isEmpty();
        assertThat(finding.held()).noneMatch(invariant -> invariant.scope() == Scope.FORGED);
    }

    // --- every bug --------------------------------------------------------------------------------------------------

    private static Check of(ForgedBug bug) {
        return Check.of((settings, outside) -> new CredulousEnd(bug.of(), bug, settings, outside), bug.of());
    }

    @ParameterizedTest
    @EnumSource
    void findsEveryPlantedBugAndCallsItByItsName(ForgedBug bug) {
        Hunts.finds(of(bug).forged(), bug.breaks());
    }

    @ParameterizedTest
    @EnumSource
    void findsEveryPlantedBugOfConnectionsAndCallsItByItsName(ForgedConnectionBug bug) {
        Hunts.finds(Check.ofConnections(bug.over(), new CredulousExchange(bug)).forged(), bug.breaks());
    }

    @Test
    void everyInvariantHasABugThatBreaksIt() {
        EnumSet<Invariant> broken = EnumSet.noneOf(Invariant.class);
        for (ForgedBug bug : ForgedBug.values()) {
            broken.add(bug.breaks());
        }
        for (ForgedConnectionBug bug : ForgedConnectionBug.values()) {
            broken.add(bug.breaks());
        }

        assertThat(Invariant.values())
                .filteredOn(
                        invariant -> invariant.scope() == Scope.FORGED || invariant.scope() == Scope.FORGED_CONNECTION)
                .hasSize(8)
                .isSubsetOf(broken);
    }

    /** That is what somebody who forges is for. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "FREES_WHAT_IS_NOT_SMALLER",
                "FREES_ALL_WHERE_MORE_IS_ACKNOWLEDGED",
                "LOOKS_UP_WHAT_IT_NEVER_SENT",
                "ANSWERS_AN_ACKNOWLEDGEMENT_AS_TCP_DOES",
                "TAKES_WHAT_IS_AHEAD",
                "KEEPS_WITHOUT_A_WINDOW",
                "LOOKS_AT_NO_VERSION",
                "TAKES_ANY_LENGTH",
                "COPIES_INTO_THE_LONGEST_PACKET",
                "COMPARES_HALF_THE_CONNECTION"
            })
    void aBadLineAloneDoesNotShowIt(ForgedBug bug) {
        assertThat(of(bug).hunt(1, SEEDS, () -> false).failure()).isEmpty();
    }

    // --- the shortest -----------------------------------------------------------------------------------------------

    @Test
    void theShortestIsOnePacketThatNobodySent() {
        Failure failure = of(ForgedBug.FREES_ALL_WHERE_MORE_IS_ACKNOWLEDGED)
                .forged()
                .hunt(1, SEEDS_A_BUG, () -> false)
                .failure()
                .orElseThrow();
        String text = "window 1; client sends 1; downstream inject 1st ack ack-beyond 0";

        assertThat(failure.schedule().text()).isEqualTo(text);
        assertThat(failure.broken().how()).isEqualTo("it takes everything for acknowledged now");
        assertThat(failure.steps()).last().satisfies(step -> {
            assertThat(step.label()).isEqualTo("ack 1, next 2, room 1");
            assertThat(step.mark()).isEqualTo("forged");
        });
        assertThat(of(ForgedBug.FREES_ALL_WHERE_MORE_IS_ACKNOWLEDGED)
                        .replay(Schedule.parse(text))
                        .orElseThrow()
                        .broken())
                .as("the schedule says what is forged")
                .isEqualTo(failure.broken());
        assertThat(Check.of(Protocol.GO_BACK_N).replay(Schedule.parse(text))).isEmpty();
    }

    /** It keeps what was forged, and that comes to light when it is its turn. */
    @Test
    void whatIsKeptIsFoundWhenItIsDelivered() {
        Check check = Check.of(
                (settings, outside) -> new CredulousEnd(
                        Protocol.SELECTIVE_REPEAT, ForgedBug.KEEPS_WITHOUT_A_WINDOW, settings, outside),
                null);

        assertThat(check.replay(Schedule.parse("window 1; client sends 3; upstream inject 1st data data-beyond 0"))
                        .orElseThrow()
                        .broken()
                        .how())
                .isEqualTo("it kept 6 bytes that nobody sent, and delivers them now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection; window 1; downstream inject 1st syn before-open 0",
                "connection; window 1; downstream inject 1st syn before-open 1",
                "connection; window 1; client sends 2; server follows; downstream inject 1st ack data-beyond 1",
                "connection; window 2; client sends 2; server ends 1s; downstream drop 4th ack;"
                        + " upstream inject 1st fin behind-end 0; upstream inject 2nd fin behind-end 0",
                "connection; window 2; client sends 2; upstream inject 1st data earlier 3",
                "connection; window 2; client sends 2; upstream inject 1st data no-packet 7"
            })
    void aSoundConnectionGetsThrough(String schedule) {
        for (Protocol protocol : Protocol.values()) {
            assertThat(Check.ofConnections(protocol).replay(Schedule.parse(schedule)))
                    .isEmpty();
        }
    }
}
