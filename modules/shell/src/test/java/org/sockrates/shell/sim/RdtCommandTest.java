package org.sockrates.shell.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

class RdtCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    /** A student's: sends and hopes. */
    public static final class Hopeful implements ProtocolEnd {
        private final Outside outside;

        public Hopeful(ProtocolSettings settings, Outside outside) {
            this.outside = outside;
        }

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
            // it hopes
        }

        @Override
        public boolean allAcknowledged() {
            return true;
        }
    }

    @Test
    void theThreeHaveACleanBill() {
        List<String> lines = typing.type("rdt check --seeds 20").ends(0).lines();

        assertThat(String.join(" ", lines))
                .contains("rdt check: rdt-sw: 48 invariants held after each of")
                .contains("rdt check: rdt-gbn: 48 invariants")
                .contains("rdt check: rdt-sr: 48 invariants")
                .contains("rdt check: rdt-sw, connections: ")
                .contains("rdt check: rdt-gbn, connections: ")
                .contains("rdt check: rdt-sr, connections: ")
                .containsPattern("clean: [0-9]+ invariants were asked over 120 hostile lines");
    }

    /** Nothing is forged where nobody asks for it, and as much as can be told where somebody does. */
    @Test
    void whereSomebodyForgesMoreIsAsked() {
        List<String> lines =
                typing.type("rdt check --seeds 100 --forge").ends(0).lines();

        assertThat(String.join(" ", lines))
                .contains("rdt check: rdt-sw: 53 invariants held after each of")
                .contains("rdt check: rdt-gbn: 53 invariants")
                .contains("rdt check: rdt-sr: 53 invariants")
                .containsPattern("clean: [0-9]+ invariants were asked over 600 hostile lines");
    }

    /** It is a stop-and-wait that takes every acknowledgement for the one it waits for, if only it is new. */
    @Test
    void whoBelievesAForgedPacketIsToldWhich() {
        String asked = "rdt check " + Newest.class.getName() + " --like rdt-sw";
        typing.type(asked + " --seeds 50").ends(0);

        assertThat(String.join(" ", typing.type(asked + " --forge").ends(1).lines()))
                .containsPattern("seed [0-9]+ breaks: An acknowledgement of\\s+what was never sent frees nothing")
                .contains("downstream inject 1st ack ack-beyond 0")
                .contains("ack 1, next 2, room 1 (forged)");
        assertThat(String.join(
                        " ",
                        typing.type(asked + " --schedule \"client sends 1; downstream inject 1st ack ack-beyond 0\"")
                                .ends(1)
                                .lines()))
                .contains("broken: An acknowledgement of what");
    }

    @Test
    void aFailureIsToldDrawnAndAskedAgain() {
        List<String> lines = typing.type("rdt check " + Hopeful.class.getName() + " --seeds 20")
                .ends(1)
                .lines();

        assertThat(String.join(" ", lines))
                .contains("seed 1 breaks: All is")
                .contains("said to be acknowledged only when all was delivered. (RFC 9293 §3.4)")
                .contains("window 1     client sends 1")
                .contains("client");
        typing.type("rdt check " + Hopeful.class.getName() + " --schedule \"client sends 1\"")
                .ends(1);
    }

    @Test
    void aFailureIsToldInWordsWhereDrawingsAre() {
        String asked = "rdt check " + Hopeful.class.getName() + " --schedule \"client sends 1\"";
        typing.type("set drawings words").ends(0);

        assertThat(typing.type(asked).ends(1).lines())
                .endsWith("rdt from client to server; 1 row", "0.0 ms: 1 byte leaves client");
        assertThat(String.valueOf(typing.type(asked + " --json").json()))
                .contains("rows=[{ms=0.0, from=left, shape=leaving");
    }

    @Test
    void aHuntThatStandsStillIsGivenUp() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        BoundedHunt hunt = new BoundedHunt(
                givenUp -> {
                    try {
                        never.await();
                    } catch (InterruptedException interrupted) {
                        assertThat(givenUp.getAsBoolean()).isTrue();
                        ended.countDown();
                    }
                    throw new IllegalStateException("it went on");
                },
                () -> 0,
                () -> false,
                Duration.ofMillis(10),
                Duration.ofHours(1));

        assertThatThrownBy(() -> hunt.run("Nobody"))
                .isInstanceOf(BoundedHunt.HungException.class)
                .hasMessageStartingWith("a call has not returned");
        assertThat(ended.await(10, TimeUnit.SECONDS))
                .as("a call that waits is interrupted")
                .isTrue();
    }

    @Test
    void oneThatNothingEndsIsSaidToGoOn() {
        AtomicBoolean over = new AtomicBoolean();
        BoundedHunt hunt = new BoundedHunt(
                givenUp -> {
                    while (!over.get()) {
                        LockSupport.parkNanos(1_000_000);
                        Thread.interrupted(); // or it would not park again
                    }
                    throw new IllegalStateException("it went on");
                },
                () -> 0,
                () -> false,
                Duration.ofMillis(10),
                Duration.ofHours(1));
        try {
            assertThatThrownBy(() -> hunt.run("Nobody"))
                    .isInstanceOfSatisfying(
                            BoundedHunt.HungException.class,
                            hung -> assertThat(hung.goesOn()).isTrue());
        } finally {
            over.set(true);
        }
    }

    @Test
    void whoWantsToGoDoesNotWaitAsLong() {
        CountDownLatch never = new CountDownLatch(1);
        BoundedHunt hunt = new BoundedHunt(
                givenUp -> {
                    try {
                        never.await();
                    } catch (InterruptedException interrupted) {
                        // it was waited for long enough
                    }
                    throw new IllegalStateException("it went on");
                },
                () -> 0,
                () -> true,
                Duration.ofHours(1),
                Duration.ofMillis(10));

        assertThatThrownBy(() -> hunt.run("Nobody")).isInstanceOf(BoundedHunt.HungException.class);
    }

    @Test
    void aConnectionIsReplayedToo() {
        String drops = "\"connection; client sends 2; server follows; upstream drop 1st fin\"";

        assertThat(typing.type("rdt check rdt-gbn --schedule " + drops).ends(0).lines())
                .containsExactly("rdt check: rdt-gbn, connections: everything held");
        typing.type("rdt check " + Hopeful.class.getName() + " --schedule " + drops)
                .refuses("rdt check: --schedule: connection (expected: none, a class is two ends);"
                        + " connections are checked over rdt-sw, rdt-gbn and rdt-sr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rdt                     | rdt: too few words (expected: check or rules); see  help rdt",
                "rdt rules --forge       | rdt: \"--forge\" (expected: only with rdt check; see  help rdt)",
                "rdt check Mine --own-packets --forge | rdt check: --forge: with --own-packets"
                        + " (expected: packets of docs/rdt.md, no others can be forged)",
                "rdt check rdt-gbn --forge --schedule \"client sends 1\" | rdt check: --forge: with --schedule"
                        + " (expected: one of the two, a schedule names what is forged)",
                "rdt rules --seeds 9     | rdt: \"--seeds\" (expected: only with rdt check; see  help rdt)",
                "rdt chekc               | rdt: \"chekc\" (expected: check?)",
                "rdt check rdt-gnb       | rdt check: \"rdt-gnb\" (expected: rdt-gbn?)",
                "rdt check rdt-gbn --like rdt-gbn"
                        + " | rdt check: an option for a class (expected: rdt check CLASS --classpath FILE)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rdt check Missing                           | class: \"Missing\": not found",
                "rdt check GBN                               | class: \"GBN\": not found (expected: rdt-gbn?)",
                "rdt check java.lang.String                  | class: \"java.lang.String\": is no ProtocolEnd",
                "rdt check Missing --classpath no-such.jar   | --classpath: \"no-such.jar\": no such file",
            })
    void saysWhichClassCannotBeUsed(String line, String message) {
        assertThat(typing.type(line).ends(3).troubles())
                .singleElement()
                .asString()
                .contains(message);
    }
}
