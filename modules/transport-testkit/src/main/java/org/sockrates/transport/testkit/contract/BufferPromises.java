package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;

/** What becomes of the buffers that are handed over: any kind will do, from its position on. */
interface BufferPromises extends Promises {
    @Test
    default void anyKindOfBufferCanBeSent() throws Exception {
        Bench.Pair pair = bench().pair();
        ByteBuffer direct =
                ByteBuffer.allocateDirect(5).put(Payload.of("hello")).flip();
        ByteBuffer middle = Payload.of("(hello)").position(1).limit(6);
        ByteBuffer little = Payload.of("hello").order(ByteOrder.LITTLE_ENDIAN);
        for (ByteBuffer each : new ByteBuffer[] {
            Payload.of("hello"),
            direct,
            middle,
            middle.slice(),
            Payload.of("hello").asReadOnlyBuffer(),
            little
        }) {
            int end = each.limit();
            assertThat(pair.near().send(each)).isEqualTo(5);
            assertThat(each.position()).isEqualTo(end);
            assertThat(each.limit()).isEqualTo(end);
            assertThat(Bench.receive(pair.far(), 5)).isEqualTo("hello");
        }
    }

    @Test
    default void anyKindOfBufferCanBeFilledFromItsPositionOn() throws Exception {
        Bench.Pair pair = bench().pair();
        ByteBuffer middle = Payload.of("(.....)").position(1).limit(6);
        for (ByteBuffer each : new ByteBuffer[] {
            ByteBuffer.allocate(5), ByteBuffer.allocateDirect(5), ByteBuffer.allocateDirect(100_000), middle
        }) {
            int start = each.position();
            pair.near().send(Payload.of("hello"));
            assertThat(pair.far().receive(each)).isEqualTo(5);
            assertThat(each.position()).isEqualTo(start + 5);
            assertThat(Payload.text(each.limit(start + 5).position(start))).isEqualTo("hello");
        }
        assertThat(Payload.text(middle.clear())).isEqualTo("(hello)");
    }

    @Test
    default void nothingIsSentOfBuffersThatAreNotThere() throws Exception {
        Bench.Pair pair = bench().pair();
        for (int length : new int[] {-2, 3}) {
            ByteBuffer[] two = {Payload.of("a"), Payload.of("b")};
            assertThatThrownBy(() -> pair.near().send(two, 0, length)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        pair.near().send(Payload.of("c"));
        assertThat(Bench.receive(pair.far())).isEqualTo("c");
    }

    @Test
    default void aBufferIsUntouchedWhenNothingCame() throws Exception {
        Bench.Pair pair = bench().pair();
        pair.far().waiting(Waiting.NOT_AT_ALL);
        ByteBuffer into = Payload.of("before").position(2);
        assertErrno(Errno.EAGAIN, () -> pair.far().receive(into));
        assertThat(into.position()).isEqualTo(2);
        assertThat(Payload.text(into.rewind())).isEqualTo("before");
    }

    @Test
    default void intoABufferWithoutRoomGoesNothing() throws Exception {
        Bench.Pair pair = bench().pair();
        pair.near().send(Payload.of("hello"));
        pair.near().send(Payload.of("next"));
        ByteBuffer full = Payload.of("full").position(4);
        assertThat(pair.far().receive(full)).isZero();
        assertThat(full.position()).isEqualTo(4);
        if (traits().keepsBoundaries()) {
            assertThat(pair.far().truncatedBytes()).isEqualTo(5);
            assertThat(Bench.receive(pair.far())).isEqualTo("next");
        } else {
            assertThat(pair.far().truncatedBytes()).isZero();
            assertThat(Bench.receive(pair.far(), 9)).isEqualTo("hellonext");
        }
    }
}
