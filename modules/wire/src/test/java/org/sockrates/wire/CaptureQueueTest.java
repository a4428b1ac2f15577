package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.testkit.Property;

@Timeout(30)
class CaptureQueueTest {
    private static final int MOST = 8;
    private static final int BYTES = 100;
    private static final int LONGEST = 60;

    @Test
    void givesBackWhatWasPutInInOrderAndRefusesWhatDoesNotFit() {
        Property.forAll(100, draw -> {
            CaptureQueue queue = new CaptureQueue(MOST, BYTES);
            ByteBuffer view = queue.view();
            ArrayDeque<String> there = new ArrayDeque<>();
            int bytes = 0;
            for (int i = 0; i < 400; i++) {
                if (draw.chance(0.55)) {
                    byte[] packet = draw.bytes(draw.between(0, LONGEST));
                    if (queue.offer(i % 2, i, ByteBuffer.wrap(packet), packet.length, "c" + i)) {
                        there.add(text(i % 2, i, ByteBuffer.wrap(packet), "c" + i));
                        bytes += packet.length;
                    } else {
                        assertThat(there).isNotEmpty();
                        int gap = LONGEST - 1; // before one that did not fit behind the one before
                        assertThat(there.size() == MOST || bytes + packet.length > BYTES - gap)
                                .isTrue();
                    }
                } else if (!there.isEmpty()) {
                    CaptureQueue.Slot slot = queue.peek();
                    queue.show(slot, view);
                    bytes -= view.remaining();
                    assertThat(text(slot.point(), slot.nanos(), view, slot.comment()))
                            .isEqualTo(there.remove());
                    queue.release(slot);
                } else {
                    assertThat(queue.peek()).isNull();
                }
            }
        });
    }

    @Test
    void twoThreadsNeedNotWaitForEachOther() throws Exception {
        int packets = 20_000;
        CaptureQueue queue = new CaptureQueue(64, 4096);
        FutureTask<Long> taking = new FutureTask<>(taker(queue, packets));
        new Thread(taking, "taker").start();
        ByteBuffer packet = ByteBuffer.allocate(100);
        for (int i = 0; i < packets; i++) {
            packet.clear().putInt(0, i).limit(4 + i % 90);
            while (!queue.offer(0, i, packet, packet.remaining(), "")) {
                Thread.onSpinWait();
            }
        }
        assertThat(taking.get(20, TimeUnit.SECONDS)).isZero();
    }

    /** Counts what is not what was put in. */
    private static Callable<Long> taker(CaptureQueue queue, int packets) {
        return () -> {
            ByteBuffer view = queue.view();
            long wrong = 0;
            for (int i = 0; i < packets; ) {
                CaptureQueue.Slot slot = queue.peek();
                if (slot == null) {
                    Thread.onSpinWait();
                    continue;
                }
                queue.show(slot, view);
                boolean same = slot.nanos() == i && view.remaining() == 4 + i % 90 && view.getInt(view.position()) == i;
                wrong += same ? 0 : 1;
                queue.release(slot);
                i++;
            }
            return wrong;
        };
    }

    private static String text(int point, long nanos, ByteBuffer bytes, String comment) {
        StringBuilder text = new StringBuilder(point + " " + nanos + " " + comment);
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            text.append(' ').append(bytes.get(i));
        }
        return text.toString();
    }
}
