package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sockrates.link.fault.FaultSpec;
import org.sockrates.link.fault.StreamPlan;
import org.sockrates.link.relay.TcpRelay;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Rule;
import org.sockrates.link.rule.Way;
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

    /** Every rule as it is typed: PERCENT, TIME and COUNT are drawn. */
    private static final List<String> RULES = List.of(
            "loss PERCENT",
            "loss gemodel PERCENT PERCENT",
            "duplicate PERCENT",
            "corrupt PERCENT",
            "delay TIME TIME",
            "delay TIME",
            "delay TIME TIME distribution normal",
            "reorder PERCENT",
            "reorder PERCENT gap COUNT",
            "rate COUNTmbit",
            "limit COUNT",
            "drop COUNT,7-9",
            "drop every COUNT");

    private static final Pattern DRAWN = Pattern.compile("PERCENT|TIME|COUNT");
    private static final List<PacketKind> KINDS = List.of(PacketKind.values());

    @Test
    void anyWordsAreALinkOrAreRefusedInOneLine() {
        Property.forAll(20_000, draw -> {
            StringBuilder typed = new StringBuilder();
            for (int i = draw.between(0, 6); i > 0; i--) {
                typed.append(draw.chance(0.97) ? draw.oneOf(WORDS) : draw.text(5))
                        .append(' ');
            }
            try {
                readsItselfBack(typed.toString());
            } catch (UsageException refused) {
                assertThat(refused.getMessage()).matches("\\P{Cntrl}+").doesNotContain("null");
            }
        });
    }

    @Test
    void aLinkReadsItselfBackWhateverItsRulesAndTheirValues() {
        Map<String, Integer> read = new HashMap<>();
        Property.forAll(1_000, draw -> {
            List<String> chosen = chosen(draw);
            readsItselfBack(typed(chosen, draw));
            chosen.forEach(rule -> read.merge(rule, 1, Integer::sum));
        });
        assertThat(RULES).as("rules read back too seldom").allMatch(rule -> read.getOrDefault(rule, 0) >= 50);
    }

    private static void readsItselfBack(String typed) {
        LinkSpec spec = LinkSpec.parse(typed);
        assertThat(LinkSpec.parse(spec.text()))
                .as("%s, told as %s", typed, spec.text())
                .isEqualTo(spec);
    }

    @Test
    void everyRuleIsTriedHere() {
        List<String> tried = RULES.stream().map(LinkPropertyTest::word).toList();
        assertThat(Rule.SEQUENCE)
                .as("rules missing in RULES")
                .filteredOn(word -> !tried.contains(word))
                .isEmpty();
        assertThat(Rule.SEQUENCE)
                .as("rules missing in WORDS")
                .filteredOn(word -> !WORDS.contains(word))
                .isEmpty();
    }

    @Test
    void whatARelayOfStreamsDoesNotRefuseItDoes() {
        int[] taken = new int[1];
        Property.forAll(1_000, draw -> {
            LinkSpec spec = LinkSpec.parse(rules(draw));
            if (!spec.isPerfect() && TcpRelay.refusal("tcp", spec).isEmpty()) {
                assertThat(new StreamPlan(spec, FaultSpec.NONE).link()).isEqualTo(spec);
                taken[0]++;
            }
        });
        assertThat(taken[0]).as("links that it takes").isGreaterThan(20);
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
        return typed(chosen(draw), draw);
    }

    /** At most one of a word; reordering needs a delay. */
    private static List<String> chosen(Draw draw) {
        List<String> chosen = new ArrayList<>();
        for (int i = draw.between(0, 10); i > 0; i--) {
            String rule = draw.oneOf(RULES);
            if (chosen.stream().noneMatch(other -> word(other).equals(word(rule)))) {
                chosen.add(rule);
            }
        }
        if (chosen.stream().noneMatch(rule -> word(rule).equals("delay"))) {
            chosen.removeIf(rule -> word(rule).equals("reorder"));
        }
        return chosen;
    }

    private static String word(String rule) {
        return rule.substring(0, rule.indexOf(' '));
    }

    private static String typed(List<String> rules, Draw draw) {
        String all = String.join(" ", rules) + " seed " + draw.seed();
        return DRAWN.matcher(all).replaceAll(found -> switch (found.group()) {
            case "PERCENT" -> draw.between(1, 400) / 10.0 + "%";
            case "TIME" -> draw.between(1, 5_000) + "us";
            default -> Integer.toString(draw.between(1, 6));
        });
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
