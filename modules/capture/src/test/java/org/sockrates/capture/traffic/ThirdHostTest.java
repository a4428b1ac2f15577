package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.capture.traffic.TwoEnds.CLIENT;
import static org.sockrates.capture.traffic.TwoEnds.SERVER;
import static org.sockrates.capture.traffic.TwoEnds.udp;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/** Somebody at neither end: host 9 speaks with one of them, or with all. */
final class ThirdHostTest {
    private final TwoEnds ends = new TwoEnds();

    /** Its mask is nowhere in a capture: 127 may be a host, too. */
    @ParameterizedTest
    @ValueSource(ints = {255, 127})
    void whoWasHeardAtBothEndsIsAtNeither(int everybody) {
        ends.seen(SERVER, 1, udp(9, everybody, 5)).seen(CLIENT, 2, udp(9, everybody, 5));
        ends.round(100);
        ends.seen(CLIENT, 200, udp(9, 1, 8)).seen(CLIENT, 203, udp(1, 9, 8));

        assertThat(ends.read()).hasSize(5).allMatch(seen -> seen.fate() == Fate.DELIVERED);
    }

    @Test
    void whatOneSaysWhoWasHeardByAllHasArrived() {
        ends.seen(SERVER, 1, udp(9, 255, 5)).seen(CLIENT, 2, udp(9, 255, 5));
        ends.round(100).seen(CLIENT, 200, udp(9, 1, 8));

        assertThat(ends.read()).hasSize(4).allMatch(seen -> seen.fate() == Fate.DELIVERED);
    }

    /** Where two answer one another tells more than where one is sent to, whoever was seen first. */
    @Test
    void whoMetNobodyYetIsKnownByThoseWhoAnswer() {
        ends.seen(SERVER, 1, udp(8, 2, 5)); // watched from then on
        ends.seen(CLIENT, 2, udp(9, 2, 5)).seen(CLIENT, 3, udp(2, 9, 5)).round(100);

        assertThat(ends.read())
                .filteredOn(seen -> seen.sentNanos() == 2)
                .extracting(SeenPacket::fate)
                .containsExactly(Fate.LOST);
    }

    @Test
    void whatIsSentToOneWhoSpokeWithTheOtherHasArrived() {
        ends.round(100).seen(SERVER, 200, udp(2, 9, 5)).seen(SERVER, 203, udp(9, 2, 5));
        ends.seen(CLIENT, 300, udp(1, 9, 6));

        assertThat(ends.read()).hasSize(5).allMatch(seen -> seen.fate() == Fate.DELIVERED);
    }

    @Test
    void whatIsSentToOneOfWhomNothingIsKnownIsLost() {
        ends.round(100).seen(CLIENT, 300, udp(1, 9, 6));

        assertThat(ends.fates()).containsExactly(Fate.DELIVERED, Fate.DELIVERED, Fate.LOST);
    }

    /** A route that leads back, or a clock that does not: what was seen of two who answer counts more. */
    @Test
    void whereOneIsWhoAnswersNobodyElseTells() {
        ends.round(100).seen(SERVER, 200, udp(1, 8, 5)).seen(CLIENT, 205, udp(1, 8, 5));
        ends.seen(CLIENT, 300, udp(9, 1, 6));

        assertThat(ends.fates()).allMatch(fate -> fate == Fate.DELIVERED);
    }

    /** In a network larger than most. */
    @Test
    void whoAnswersIsNobodysBroadcastAddress() {
        ByteBuffer ask = udp(255, 2, 3);
        ByteBuffer answer = udp(2, 255, 3);
        ends.seen(CLIENT, 100, ask)
                .seen(SERVER, 110, ask)
                .seen(SERVER, 113, answer)
                .seen(CLIENT, 123, answer);
        ends.seen(SERVER, 200, udp(9, 2, 5));

        assertThat(ends.read()).hasSize(3).allMatch(seen -> seen.fate() == Fate.DELIVERED);
    }

    /** RFC 1812 §5.3.5.1. */
    @Test
    void whatIsSaidToEverybodyStaysOnItsLink() {
        ByteBuffer discover =
                Crafted.from("10.77.0.1", 68, "255.255.255.255", 67).udp();
        ends.round(100).seen(CLIENT, 200, discover);

        assertThat(ends.read()).hasSize(3).allMatch(seen -> seen.fate() == Fate.DELIVERED);
    }

    @Test
    void whatOneUnknownSaysToManyIsForWhoHearsIt() {
        ByteBuffer solicitation = Crafted.from("fe80::9", 0, "ff02::2", 0).icmp(133, 0, new byte[4]);
        ends.seen(CLIENT, 1, solicitation).round(100);

        assertThat(ends.read()).hasSize(3).allMatch(seen -> seen.fate() == Fate.DELIVERED);
    }

    @Test
    void whatARouterPassesOnToNobodyIsNotLost() {
        ByteBuffer solicitation = Crafted.from("10.77.0.1", 7, "224.0.0.251", 7).udp();
        ends.round(100).seen(CLIENT, 200, solicitation);

        assertThat(ends.read()).hasSize(3).allMatch(seen -> seen.fate() == Fate.DELIVERED);
    }

    /** It was heard beside, by one whom nobody knows. */
    @Test
    void whoWasSeenAtOneEndAloneNeedNotBeThere() {
        ends.round(100).seen(CLIENT, 200, udp(9, 8, 5)).seen(CLIENT, 300, udp(9, 1, 6));

        assertThat(ends.read().get(3).fate()).isEqualTo(Fate.DELIVERED);
    }

    @Test
    void whatTheClientSaysToManyMayBeLost() {
        ends.round(100).seen(CLIENT, 200, udp(1, 255, 5));

        assertThat(ends.fates()).containsExactly(Fate.DELIVERED, Fate.DELIVERED, Fate.LOST);
    }
}
