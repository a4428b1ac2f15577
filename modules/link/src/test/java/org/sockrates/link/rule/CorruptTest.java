package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.testkit.Lottery;

class CorruptTest {
    @Test
    void flipsExactlyOneBitOfACopy() {
        LinkBench bench = new LinkBench("corrupt 100%");
        BitSet flipped = new BitSet();
        for (int i = 0; i < 300; i++) {
            byte[] offered = {1, 2, 3, 4};
            bench.offer(1000, offered);
            assertThat(offered).containsExactly(1, 2, 3, 4);
            ByteBuffer came = bench.delivered().get(i).bytes();
            int difference = came.getInt() ^ 0x01020304;
            assertThat(Integer.bitCount(difference)).isEqualTo(1);
            flipped.set(Integer.numberOfTrailingZeros(difference));
        }
        assertThat(flipped.cardinality()).as("every bit is hit in the end").isEqualTo(32);
    }

    @Test
    void whatIsSparedAtTheFrontIsNeverHitAndEveryBitBehindItIs() {
        LinkBench bench = new LinkBench("corrupt 100%");
        BitSet flipped = new BitSet();
        for (int i = 0; i < 300; i++) {
            bench.link().offer(bench.now(), PacketKind.DATA, 20, ByteBuffer.allocate(23), bench);
            byte[] came = bench.delivered().get(i).bytes().array();
            flipped.or(BitSet.valueOf(came));
        }
        assertThat(flipped.nextSetBit(0)).isEqualTo(20 * 8);
        assertThat(flipped.cardinality()).isEqualTo(3 * 8);
    }

    @Test
    void corruptsTheShareThatWasTyped() {
        LinkBench bench = new LinkBench("corrupt 3% seed 11");
        bench.offerEach(20_000, 1000);
        Lottery.assertRate(bench.report().corrupted(), 20_000, 0.03);
    }

    @Test
    void itsSeedMattersWhereverABitIsChosen() {
        assertThat(LinkSpec.parse("corrupt 0%").draws()).isFalse();
        assertThat(LinkSpec.parse("corrupt 0.1%").draws()).isTrue();
        assertThat(LinkSpec.parse("corrupt 100%").draws()).isTrue();
        assertThat(LinkSpec.parse("corrupt packets 2").draws()).isTrue();
    }

    @Test
    void anEmptyPacketHasNoBitToFlip() {
        LinkBench bench = new LinkBench("corrupt 100%");
        bench.offer(1000, 0);
        assertThat(bench.story()).containsExactly("1 passed");
        assertThat(bench.report().corrupted()).isZero();
    }

    @Test
    void corruptsThesePacketsAndNoOthers() {
        LinkBench bench = new LinkBench("corrupt packets 2");
        bench.offerEach(3, 1000);
        assertThat(bench.story()).containsExactly("1 passed", "2 corrupted corrupt", "3 passed");
    }
}
