package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.testkit.Property;
import org.sockrates.transport.testkit.Property.Draw;

/** Whatever is typed is a link or is refused in one line; whatever passes a link is accounted for at every moment. */
class LinkPropertyTest {
    private static final List<String> WORDS = List.of(
            ("delay loss duplicate corrupt reorder rate limit drop seed gap gemodel distribution normal upstream downstream"
                            + " packets every data ack syn 20ms 5ms 0ms 5% 100% 101% -1% NaN 1e400 0.5 1mbit 0bit 3 7-9 10- 0"
                            + " -3 99999999999999999999 +5 \u0668 \u202e")
                    .split(" ", -1));

    private static final List<String> RULES = List.of(
            "loss 20%",
            "loss gemodel 5% 30%",
            "duplicate 15%",
            "corrupt 10%",
            "delay 3ms 2ms",
            "delay 1ms",
            "reorder 25%",
            "rate 2mbit",
            "limit 5",
            "drop 3,7-9",
            "drop every 4");

    private static final List<PacketKind> KINDS = List.of(PacketKind.values());

    @Test
    void anyWordsAreALinkThatReadsItselfBackOrAreRefusedInOneLine() {
        int[] read = new int[1];
        Property.forAll(20_000, draw -> {
            StringBuilder typed = new StringBuilder();
            for (int i = draw.between(0, 6); i > 0; i--) {
                typed.append(draw.chance(0.97) ? draw.oneOf(WORDS) : draw.text(5))
                        .append(' ');
            }
            try {
                LinkSpec spec = LinkSpec.parse(typed.toString());
                assertThat(LinkSpec.parse(spec.text())).isEqualTo(spec);
                read[0]++;
            } catch (UsageException refused) {
                assertThat(refused.getMessage()).matches("\\P{Cntrl}+").doesNotContain("null");
            }
        });
        assertThat(read[0]).as("some of them make sense").isPositive();
    }

    @Test
    void everyRuleIsTriedHere() {
        List<String> tried = RULES.stream().map(rule -> rule.split(" ", 2)[0]).toList();
        assertThat(Rule.ORDER)
                .as("rules missing in RULES")
                .filteredOn(word -> !tried.contains(word))
                .isEmpty();
        assertThat(Rule.ORDER)
                .as("rules missing in WORDS")
                .filteredOn(word -> !WORDS.contains(word))
                .isEmpty();
    }

    @Test
    void everyPacketIsAccountedForAtEveryMoment() {
        Property.forAll(300, draw -> {
            Link link = new Link(LinkSpec.parse(rules(draw)), Way.UPSTREAM);
            long[] told = new long[2];
            long now = draw.between(0, 1_000_000);
            for (int i = 0; i < 200; i++) {
                now += draw.between(0, 1_500_000);
                link.offer(now, draw.oneOf(KINDS), ByteBuffer.allocate(draw.between(0, 1500)), counting(told));
                LinkReport report = link.report(now);
                assertThat(report.out() + report.dropped() + report.queued())
                        .isEqualTo(report.in() + report.duplicated());
                assertThat(told[1]).isEqualTo(report.dropped());
                assertThat(told[0]).isEqualTo(report.out() + report.queued());
            }
            LinkReport end = link.report(now + 3_600_000_000_000L);
            assertThat(end.queued()).isZero();
        });
    }

    @Test
    void theSameSeedDecidesTheSame() {
        Property.forAll(100, draw -> {
            LinkSpec spec = LinkSpec.parse(rules(draw));
            assertThat(story(spec)).isEqualTo(story(spec));
        });
    }

    private static List<String> story(LinkSpec spec) {
        List<String> story = new ArrayList<>();
        Link link = new Link(spec, Way.DOWNSTREAM);
        for (int i = 0; i < 100; i++) {
            link.offer(i * 400_000L, PacketKind.DATA, ByteBuffer.allocate(i), new Link.Outlet() {
                @Override
                public void deliver(ByteBuffer packet, Crossing crossing) {
                    story.add(crossing.number() + " " + crossing.verdict() + " " + crossing.dueNanos());
                }

                @Override
                public void drop(ByteBuffer packet, Crossing crossing) {
                    story.add(crossing.number() + " " + crossing.rule());
                }
            });
        }
        return story;
    }

    private static String rules(Draw draw) {
        StringBuilder rules = new StringBuilder();
        List<String> words = new ArrayList<>();
        for (String rule : RULES) {
            String word = rule.substring(0, rule.indexOf(' '));
            if (draw.chance(0.4) && !words.contains(word)) {
                words.add(word);
                rules.append(rule).append(' ');
            }
        }
        boolean delayed = words.contains("delay");
        String all = delayed ? rules.toString() : rules.toString().replace("reorder 25% ", "");
        return all + "seed " + draw.seed();
    }

    private static Link.Outlet counting(long[] told) {
        return new Link.Outlet() {
            @Override
            public void deliver(ByteBuffer packet, Crossing crossing) {
                told[0]++;
            }

            @Override
            public void drop(ByteBuffer packet, Crossing crossing) {
                told[1]++;
            }
        };
    }
}
