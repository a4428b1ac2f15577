package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.UsageException;

/** Packets picked by their number among those of their kind. */
class PacketKindTest {
    private static final PacketKind[] CONVERSATION = {
        PacketKind.SYN,
        PacketKind.ACK,
        PacketKind.DATA,
        PacketKind.DATA,
        PacketKind.ACK,
        PacketKind.DATA,
        PacketKind.OTHER,
        PacketKind.FIN,
        PacketKind.ACK
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop data 3|.....x...",
                "drop data 2-|...x.x...",
                "drop data every 2|...x.....",
                "drop syn 1|x........",
                "drop syn 2|.........",
                "drop syn-ack 1|.........",
                "drop ack 1,3|.x......x",
                "drop fin 1|.......x.",
                "drop other 1|......x..",
                "drop 3|..x......",
                "loss data 1,3|..x..x..."
            })
    void losesThisOneOfItsKind(String link, String map) {
        LinkBench bench = new LinkBench(link);
        offerConversation(bench);
        assertThat(bench.map()).isEqualTo(map);
    }

    @Test
    void everyRuleThatPicksByNumberPicksByKindToo() {
        LinkBench bench =
                new LinkBench("duplicate syn 1 corrupt data 1 delay 10ms data 2-3 reorder data 3 upstream drop ack 1");
        offerConversation(bench);
        assertThat(bench.story())
                .startsWith(
                        "1 passed",
                        "1 duplicated duplicate",
                        "2 dropped drop",
                        "3 corrupted corrupt",
                        "4 delayed 10000us delay",
                        "5 passed",
                        "6 reordered reorder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop data 3,7-9",
                "drop syn-ack every 2",
                "duplicate data 1",
                "delay 50ms data 2",
                "delay 50ms packets 2",
                "delay 1ms reorder fin 3",
                "duplicate packets 1",
                "upstream drop ack 2"
            })
    void isPrintedAsItWasTyped(String text) {
        assertThat(LinkSpec.parse(text).text()).isEqualTo(text);
    }

    @Test
    void netemHasNoWordForIt() {
        assertThat(LinkSpec.parse("delay 50ms data 2").asTc("lo"))
                .containsExactly("tc qdisc add dev lo root netem", "# netem has no word for: delay 50ms data 2");
    }

    @Test
    void isNamedInTheMessageWhenNoNumberFollows() {
        assertThatThrownBy(() -> LinkSpec.parse("drop data"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "link: drop: nothing follows (expected: packet numbers such as 3 or data 3 or 3,7-9 or every 3)");
    }

    @Test
    void newRulesCountFromOneAgain() {
        LinkBench bench = new LinkBench("drop data 2");
        offerConversation(bench);
        bench.link().use(LinkSpec.parse("drop data 1"));
        offerConversation(bench);
        assertThat(bench.map()).isEqualTo("...x.......x......");
    }

    static void offerConversation(LinkBench bench) {
        for (PacketKind kind : CONVERSATION) {
            bench.offer(1000, kind, new byte[10]);
        }
    }
}
