package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Errno;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Allocation;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

/** What is sent and what arrives: bytes, boundaries, order. */
interface CarryingPromises extends Promises {
    /** 16 MiB: where there is no longest message, this one is long. */
    int LONG = 1 << 24;

    @Test
    default void whatIsSentArrives() throws Exception {
        Bench.Pair pair = bench().pair();
        assertThat(pair.near().send(Payload.of("hello"))).isEqualTo(5);
        assertThat(Bench.receive(pair.far())).isEqualTo("hello");
        assertThat(pair.far().send(Payload.of("hello yourself"))).isEqualTo(14);
        assertThat(Bench.receive(pair.near())).isEqualTo("hello yourself");
    }

    @Test
    default void everyMessageIsOneReceive() throws Exception {
        needsBoundaries();
        Bench.Pair pair = bench().pair();
        pair.near().send(Payload.of("a"));
        pair.near().send(Payload.of("bc"));
        pair.near().send(Payload.of("def"));
        assertThat(Bench.receive(pair.far())).isEqualTo("a");
        assertThat(Bench.receive(pair.far())).isEqualTo("bc");
        assertThat(Bench.receive(pair.far())).isEqualTo("def");
    }

    @Test
    default void aStreamForgetsHowManySendsItWas() throws Exception {
        needsStream();
        Bench.Pair pair = bench().pair();
        pair.near().send(Payload.of("ab"));
        pair.near().send(Payload.of("cd"));
        assertThat(Bench.receive(pair.far(), 3)).isEqualTo("abc");
        assertThat(Bench.receive(pair.far(), 1)).isEqualTo("d");
    }

    @Test
    default void messagesArriveInTheOrderTheyWereSent() throws Exception {
        needs(traits().ordered() && traits().reliable(), "ordered, reliable");
        Bench.Pair pair = bench().pair();
        Task<String> sender = bench().start(() -> {
            for (int i = 0; i < 1000; i++) {
                pair.near().send(Payload.pattern(i * 100L, 100));
            }
            return "sent";
        });
        assertThat(readAll(pair.far(), 100_000)).isEqualTo(Payload.pattern(0, 100_000));
        assertThat(sender.result()).isEqualTo("sent");
    }

    @Test
    default void anEmptyMessageIsAMessage() throws Exception {
        needsBoundaries();
        needsNoConnections();
        TransportSocket reader = bench().bound();
        TransportSocket sender = bench().bound();
        assertThat(sender.sendTo(Payload.of(""), Bench.local(reader))).isZero();
        sender.sendTo(Payload.of("next"), Bench.local(reader));
        assertThat(reader.receive(ByteBuffer.allocate(10))).isZero();
        assertThat(Bench.receive(reader)).isEqualTo("next");
    }

    @Test
    default void anEmptyMessageIsSentOrRefusedNeverForgotten() throws Exception {
        Bench.Pair pair = bench().pair();
        if (traits().connectionOriented()) {
            assertThat(pair.near().send(Payload.of(""))).isZero();
        } else {
            assertErrno(Errno.EOPNOTSUPP, () -> pair.near().send(Payload.of("")));
            assertErrno(Errno.EOPNOTSUPP, () -> pair.near().sendTo(Payload.of(""), Bench.local(pair.far())));
        }
        pair.near().send(Payload.of("x"));
        if (traits().connectionOriented() && traits().keepsBoundaries()) {
            assertThat(Bench.receive(pair.far())).isEmpty();
        }
        assertThat(Bench.receive(pair.far())).isEqualTo("x");
    }

    @Test
    default void theLargestMessageArrivesWhole() throws Exception {
        needsBoundaries();
        Bench.Pair pair = bench().pair();
        int size = upTo(LONG);
        Task<Integer> send = bench().start(() -> pair.near().send(Payload.pattern(7, size)));
        ByteBuffer into = ByteBuffer.allocate(size + 1);
        assertThat(pair.far().receive(into)).isEqualTo(size);
        assertThat(into.flip()).isEqualTo(Payload.pattern(7, size));
        assertThat(send.result()).isEqualTo(size);
    }

    @Test
    default void oneByteMoreIsRefusedAndNothingIsSent() throws Exception {
        needsBoundaries();
        needs(largestMessageBytes() < Integer.MAX_VALUE, "largestMessageBytes");
        Bench.Pair pair = bench().pair();
        ByteBuffer tooLong = Payload.pattern(0, largestMessageBytes() + 1);
        assertErrno(Errno.EMSGSIZE, () -> pair.near().send(tooLong));
        assertThat(tooLong.position()).isZero();
        pair.near().send(Payload.of("short"));
        assertThat(Bench.receive(pair.far())).isEqualTo("short");
    }

    @Test
    default void whatWentBeforeAMessageThatIsTooLongIsTheAnswer() throws Exception {
        needsBoundaries();
        needs(largestMessageBytes() < Integer.MAX_VALUE, "largestMessageBytes");
        Bench.Pair pair = bench().pair();
        ByteBuffer[] two = {Payload.of("short"), Payload.pattern(0, largestMessageBytes() + 1)};
        assertThat(pair.near().send(two, 0, 2)).isEqualTo(5);
        assertThat(two[1].position()).isZero();
        assertErrno(Errno.EMSGSIZE, () -> pair.near().send(two, 1, 1));
        assertThat(Bench.receive(pair.far())).isEqualTo("short");
    }

    @Test
    default void aMessageThatDoesNotFitIsCutAndTheCutIsTold() throws Exception {
        needsBoundaries();
        Bench.Pair pair = bench().pair();
        pair.near().send(Payload.of("hello world"));
        pair.near().send(Payload.of("next"));
        ByteBuffer into = ByteBuffer.allocate(5);
        assertThat(pair.far().receive(into)).isEqualTo(5);
        assertThat(Payload.text(into.flip())).isEqualTo("hello");
        assertThat(pair.far().truncatedBytes()).isEqualTo(6);
        assertThat(Bench.receive(pair.far())).isEqualTo("next");
        assertThat(pair.far().truncatedBytes()).isZero();
    }

    @Test
    default void severalMessagesGoWithOneCall() throws Exception {
        Bench.Pair pair = bench().pair();
        ByteBuffer[] three = {Payload.of("not me"), Payload.of("one"), Payload.of("two"), Payload.of("nor me")};
        assertThat(pair.near().send(three, 1, 2)).isEqualTo(6);
        assertThat(three[0].position()).isZero();
        assertThat(three[1].hasRemaining()).isFalse();
        assertThat(three[3].position()).isZero();
        String all = Bench.receive(pair.far(), traits().keepsBoundaries() ? 3 : 6);
        assertThat(traits().keepsBoundaries() ? all + Bench.receive(pair.far()) : all)
                .isEqualTo("onetwo");
        assertThat(pair.near().send(three, 0, 0)).isZero();
    }

    @Test
    default void moreMessagesThanOneSystemCallTakes() throws Exception {
        needs(traits().reliable(), "reliable");
        Bench.Pair pair = bench().pair();
        ByteBuffer[] many = new ByteBuffer[3000];
        for (int i = 0; i < many.length; i++) {
            many[i] = Payload.pattern(i, 1);
        }
        assertThat(pair.near().send(many, 0, many.length)).isEqualTo(3000);
        assertThat(readAll(pair.far(), 3000)).isEqualTo(Payload.pattern(0, 3000));
    }

    @Test
    default void bothEndsSendAndReceiveAtOnce() throws Exception {
        needs(traits().reliable(), "reliable");
        Bench.Pair pair = bench().pair();
        Task<ByteBuffer> nearReads = bench().start(() -> readAll(pair.near(), 1_000_000));
        Task<ByteBuffer> farReads = bench().start(() -> readAll(pair.far(), 1_000_000));
        Task<Void> nearSends = bench().start(() -> sendAll(pair.near(), 1, 1_000_000));
        sendAll(pair.far(), 2, 1_000_000);
        nearSends.result();
        assertThat(nearReads.result()).isEqualTo(Payload.pattern(2, 1_000_000));
        assertThat(farReads.result()).isEqualTo(Payload.pattern(1, 1_000_000));
    }

    private static ByteBuffer readAll(TransportSocket socket, int bytes) throws Exception {
        ByteBuffer into = ByteBuffer.allocateDirect(bytes);
        while (into.hasRemaining()) {
            socket.receive(into);
        }
        return into.flip();
    }

    private static Void sendAll(TransportSocket socket, int from, int bytes) throws Exception {
        ByteBuffer pattern = Payload.pattern(from, bytes);
        while (pattern.hasRemaining()) {
            ByteBuffer piece = pattern.slice(pattern.position(), Math.min(1000, pattern.remaining()));
            pattern.position(pattern.position() + socket.send(piece));
        }
        return null;
    }

    @Test
    default void urgentDataIsForTheSystemsStreamsOnly() throws Exception {
        Bench.Pair pair = bench().pair();
        if (traits().keepsBoundaries() || !pair.near().options().containsKey("SO_OOBINLINE")) {
            assertErrno(Errno.EOPNOTSUPP, () -> pair.near().sendUrgent((byte) '!'));
            return;
        }
        pair.far().option("SO_OOBINLINE", "on");
        pair.near().send(Payload.of("a"));
        pair.near().sendUrgent((byte) '!');
        pair.near().send(Payload.of("b"));
        assertThat(Bench.receive(pair.far(), 3)).isEqualTo("a!b");
    }

    @Test
    default void urgentDataStandsBesideTheStreamUnlessAskedInline() throws Exception {
        needsTheSystemsStream();
        Bench.Pair pair = bench().pair();
        pair.near().send(Payload.of("a"));
        pair.near().sendUrgent((byte) '!');
        pair.near().send(Payload.of("b"));
        assertThat(Bench.receive(pair.far(), 2)).isEqualTo("ab");
    }

    @Test
    default void sendingAndReceivingMakeNoGarbage() throws Exception {
        for (Waiting waiting :
                new Waiting[] {Waiting.unlimited(), Waiting.spinning(Bench.LIMIT), Waiting.atMost(Duration.ofDays(1))
                }) {
            Bench.Pair pair = bench().pair();
            pair.near().waiting(waiting);
            pair.far().waiting(waiting);
            ByteBuffer message = ByteBuffer.allocateDirect(64);
            assertThat(Allocation.bytesPerCall(() -> {
                        pair.near().send(message.clear());
                        message.clear();
                        while (message.hasRemaining()) {
                            pair.far().receive(message);
                        }
                        return null;
                    }))
                    .as("bytes allocated for a message, waiting %s", waiting)
                    .isZero();
        }
    }
}
