package org.sockrates.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.FixedTimeout;
import org.sockrates.transport.rdt.Numbers;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** A protocol of somebody's own takes the place of one of the three. */
final class OwnProtocolTest {
    /** Sends every message once, as it is, and hopes. */
    private record Hopeful(ProtocolSettings settings, Outside outside) implements ProtocolEnd {
        @Override
        public boolean hasRoom() {
            return true;
        }

        @Override
        public void send(ByteBuffer message, long nowNanos) {
            outside.transmit(message);
        }

        @Override
        public void arrived(ByteBuffer packet, long nowNanos) {
            outside.deliver(packet);
        }

        @Override
        public void timeout(long nowNanos) {
            // asks for none
        }

        /** Never, so that one can watch to the end of time. */
        @Override
        public boolean allAcknowledged() {
            return false;
        }
    }

    private static Transfer transfer(int messages, String link) {
        return new Transfer(
                LinkSpec.parse(link),
                messages,
                100,
                8,
                Numbers.ALL,
                0,
                () -> new FixedTimeout(20_000_000),
                Duration.ofHours(10));
    }

    @Test
    void isRunAsTheThreeAre() {
        Transfer.Outcome outcome = transfer(10, "delay 20ms").run(Hopeful::new);

        assertThat(outcome.delivered()).isEqualTo(10);
        assertThat(outcome.wrong()).isZero();
        assertThat(outcome.lastDeliveryNanos()).isEqualTo(20_000_000);
        assertThat(outcome.finished()).isFalse();
    }

    @Test
    void isFoundToLoseWhatTheLineLoses() {
        Transfer.Outcome outcome = transfer(10, "drop 3").run(Hopeful::new);

        assertThat(outcome.delivered()).isEqualTo(2);
        assertThat(outcome.wrong()).isEqualTo(7);
    }

    @Test
    void ofItsOwnPacketsNoneIsCounted() {
        assertThat(transfer(10, "").run(Hopeful::new).dataPackets()).isZero();
    }

    @Test
    void isWatchedInATrial() {
        LinkSpec none = LinkSpec.NONE;
        Trial trial = new Trial(LinkSpec.parse("rate 1mbit"), none, none, 8, 5, 10, 100, 20_000_000);
        Trial.Seen seen = trial.run(Hopeful::new, () -> false);

        assertThat(seen.finished()).isTrue();
        assertThat(seen.nanos()).isEqualTo(10 * 100 * 8 * 1_000L);
    }

    @Test
    void fewerMessagesThanNoneAreRefused() {
        assertThatThrownBy(() -> transfer(-1, ""))
                .isInstanceOf(UsageException.class)
                .hasMessage("count: \"-1\" (expected: 0 or more)");
        assertThat(transfer(0, "").run(Hopeful::new).delivered()).isZero();
    }
}
