package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.shell.Typing;
import org.sockrates.transport.SystemClock;

class OnTheWayTest {
    private static final InetSocketAddress EARLIER = new InetSocketAddress("127.0.0.1", 40_000);
    private static final InetSocketAddress ASKER = new InetSocketAddress("127.0.0.1", 40_001);
    private static final InetSocketAddress ASKED = new InetSocketAddress("127.0.0.1", 7);
    private static final InetSocketAddress EXIT = new InetSocketAddress("127.0.0.1", 40_002);
    private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.1", 8);
    private static final long NOW = SystemClock.INSTANCE.nanoTime();
    private static final long HOUR = 3_600_000_000_000L;

    @AutoClose
    private final Typing typing = new Typing();

    private final List<PassedMessage> seen = new ArrayList<>();

    @Test
    void whereNoLinkTellsItMayBeEitherOrSomethingElse() {
        assertThat(told()).isEqualTo("packets vanish or take longer on the way, or not");
        seen.add(there(EARLIER, Fate.DELIVERED, false, NOW + HOUR));
        seen.add(there(ASKER, Fate.DELIVERED, false, NOW - 1));
        assertThat(told()).isEqualTo("packets vanish or take longer on the way, or not");
        assertThat(OnTheWay.told(typing.session(), null, NOW, "."))
                .isEqualTo("packets vanish or take longer on the way.");
    }

    @Test
    void whereThePacketIsUnderWayItTakesLonger() {
        seen.add(there(EARLIER, Fate.LOST, false, NOW));
        seen.add(there(ASKER, Fate.DELIVERED, false, NOW + HOUR));
        seen.add(there(EARLIER, Fate.DELIVERED, false, NOW + HOUR));
        assertThat(told()).isEqualTo("packets take longer on the way");
    }

    /** A bound client asks from the same port once more. */
    @Test
    void whatBecameOfAnEarlierQuestionTellsNothing() {
        seen.add(there(ASKER, Fate.LOST, NOW - 1, false));
        seen.add(there(ASKER, Fate.DELIVERED, false, NOW + HOUR));
        assertThat(told()).isEqualTo("packets take longer on the way");
    }

    /** A relay of streams accepts by itself. */
    @Test
    void aPieceOfAStreamIsNoAnswer() {
        seen.add(there(ASKER, Fate.DELIVERED, NOW, true));
        assertThat(told()).isEqualTo("packets vanish or take longer on the way, or not");
    }

    @Test
    void whereTheAnswerLeftItTakesLonger() {
        seen.add(there(ASKER, Fate.DELIVERED, false, NOW - 1));
        seen.add(back(ASKER, Fate.DELIVERED));
        assertThat(told()).isEqualTo("packets take longer on the way");
    }

    @Test
    void whereOneWasLostOrBrokenEitherWayTheyVanish() {
        seen.add(there(ASKER, Fate.LOST, false, NOW));
        seen.add(there(ASKER, Fate.DELIVERED, false, NOW + HOUR));
        assertThat(told()).isEqualTo("packets vanish on the way");
        seen.set(0, there(ASKER, Fate.DELIVERED, true, NOW));
        assertThat(told()).isEqualTo("packets vanish on the way");
        seen.set(0, back(ASKER, Fate.LOST));
        assertThat(told()).isEqualTo("packets vanish on the way");
        seen.set(0, back(EARLIER, Fate.LOST));
        assertThat(told()).isEqualTo("packets take longer on the way");
    }

    @Test
    void beforeARelayThatIsPausedTheyWait() {
        typing.type("link add udp 9").ends(0);
        InetSocketAddress relay = typing.session().relays().get(0).listen();
        assertThat(OnTheWay.told(typing.session(), relay, NOW, ".")).startsWith("packets vanish or");
        typing.type("link pause").ends(0);
        assertThat(OnTheWay.told(typing.session(), relay, NOW, ".")).isEqualTo("the link is paused; try  link resume");
        assertThat(told()).startsWith("packets vanish or");
    }

    private String told() {
        Passed.Source source = () -> seen;
        typing.session().passed().add(source);
        return OnTheWay.told(typing.session(), ASKED, NOW, ", or not");
    }

    private static PassedMessage there(InetSocketAddress from, Fate fate, boolean corrupted, long delivered) {
        return new PassedMessage(
                1,
                NOW,
                from,
                ASKED,
                EXIT,
                SERVER,
                9,
                fate,
                "",
                corrupted,
                fate == Fate.LOST ? List.of() : List.of(delivered),
                Optional.empty(),
                false);
    }

    private static PassedMessage there(InetSocketAddress from, Fate fate, long at, boolean piece) {
        List<Long> delivered = fate == Fate.LOST ? List.of() : List.of(NOW + HOUR);
        return new PassedMessage(
                1, at, from, ASKED, EXIT, SERVER, 9, fate, "", false, delivered, Optional.empty(), piece);
    }

    private static PassedMessage back(InetSocketAddress to, Fate fate) {
        return new PassedMessage(
                1, NOW, SERVER, EXIT, ASKED, to, 9, fate, "", false, List.of(), Optional.empty(), false);
    }
}
