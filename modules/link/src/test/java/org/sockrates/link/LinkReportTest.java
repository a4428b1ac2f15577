package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.link.rule.Rule;

class LinkReportTest {
    private static final LinkReport ONE = new LinkReport(10, 6, 3, 1, 1, 1, 2, 1000, 600, Map.of("loss", 3L));

    @Test
    void addsUp() {
        assertThat(ONE.plus(LinkReport.NONE)).isEqualTo(ONE);
        LinkReport two = ONE.plus(new LinkReport(1, 0, 1, 0, 0, 0, 0, 5, 0, Map.of("limit", 1L)));
        assertThat(two).isEqualTo(new LinkReport(11, 6, 4, 1, 1, 1, 2, 1005, 600, Map.of("loss", 3L, "limit", 1L)));
    }

    @Test
    void keepsTheOrderOfTheRules() {
        Map<String, Long> rules = new LinkedHashMap<>();
        for (String word : Rule.SEQUENCE) {
            rules.put(word, 1L);
        }
        assertThat(new LinkReport(0, 0, 0, 0, 0, 0, 0, 0, 0, rules).byRule().keySet())
                .containsExactlyElementsOf(Rule.SEQUENCE);
    }

    @Test
    void whatTheHostDidKeepsTheBalance() {
        LinkReport report = ONE.waiting(2, 100).lostAfter("unsent", 1, 50).lostBefore("no-socket", 4, 80);
        assertThat(report.in() + report.duplicated()).isEqualTo(report.out() + report.dropped() + report.queued());
        assertThat(report.byRule())
                .containsExactlyInAnyOrderEntriesOf(Map.of("loss", 3L, "unsent", 1L, "no-socket", 4L));
        assertThat(report.inBytes()).isEqualTo(1180);
        assertThat(report.outBytes()).isEqualTo(550);
        assertThat(ONE.lostAfter("unsent", 0, 0)).isEqualTo(ONE);
    }

    @Test
    void whatTheHostLostIsToldApart() {
        assertThat(ONE.lostByHost()).isEmpty();
        LinkReport report =
                ONE.lostBefore("overrun", 1, 0).lostAfter("unsent", 2, 0).lostBefore("no-room", 0, 0);
        assertThat(report.lostByHost()).containsExactlyInAnyOrderEntriesOf(Map.of("unsent", 2L, "overrun", 1L));
    }

    @Test
    void waitsOfBothWaysAreOne() {
        LinkReport one = waiting(new Waits(3, 30));
        assertThat(one.plus(waiting(new Waits(1, 5))).waits()).isEqualTo(new Waits(4, 35));
        assertThat(one.waiting(1, 2)
                        .lostBefore("gone", 1, 2)
                        .lostAfter("gone", 1, 2)
                        .waits())
                .isEqualTo(new Waits(3, 30));
    }

    private static LinkReport waiting(Waits waits) {
        return new LinkReport(9, 9, 0, 0, 0, 0, 0, 90, 90, Map.of("rate", 9L), waits);
    }
}
