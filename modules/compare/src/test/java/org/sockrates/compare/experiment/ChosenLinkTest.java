package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.PretendPath;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.link.rule.Rate;
import org.sockrates.transport.Traits;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.udp.UdpTransport;

class ChosenLinkTest {
    private static final Traits STREAM = new TcpTransport().traits();
    private static final Traits DATAGRAM = new UdpTransport().traits();

    private final PretendPath path = new PretendPath();

    /** The link an experiment gets where a person typed this. */
    private String chosen(String typed, String unlessTyped) throws IOException {
        try (Passage passage = path.open(STREAM, LinkSpec.parse(typed));
                ChosenLink link = ChosenLink.of(passage, unlessTyped)) {
            return link.text();
        }
    }

    @Test
    void whatNobodyTypedIsFilledIn() throws IOException {
        assertThat(chosen("", "delay 20ms")).isEqualTo("upstream delay 20ms downstream delay 20ms");
        assertThat(chosen("", "delay 10ms upstream rate 8mbit limit 50"))
                .isEqualTo("upstream delay 10ms limit 50 rate 8mbit downstream delay 10ms");
    }

    @Test
    void whatWasTypedStaysButForChance() throws IOException {
        assertThat(chosen("delay 50ms 5ms 25% loss 2% duplicate 1% reorder 5% corrupt 1% limit 9 seed 3", "delay 20ms"))
                .isEqualTo("upstream delay 50ms limit 9 downstream delay 50ms limit 9");
        assertThat(chosen("drop 3 upstream delay 5ms rate 1mbit", "delay 20ms"))
                .isEqualTo("upstream delay 5ms rate 1mbit downstream delay 20ms");
    }

    @Test
    void packetsChosenByTheTypedLinkAreNotMixedIn() throws IOException {
        assertThat(chosen("delay 50ms data 2", "delay 20ms")).isEqualTo("upstream delay 20ms downstream delay 20ms");
    }

    @Test
    void whatIsLostIsChosenForEachWay() throws IOException {
        try (Passage passage = path.open(STREAM, LinkSpec.parse("delay 1ms"));
                ChosenLink link = ChosenLink.of(passage, "delay 20ms")) {
            link.losing("drop data 3", "drop syn-ack 1");
            assertThat(link.text()).isEqualTo("upstream delay 1ms drop data 3 downstream delay 1ms drop syn-ack 1");
        }
    }

    @Test
    void connectionsAreMadeALittleQuicker() throws IOException {
        try (Passage passage = path.open(STREAM, LinkSpec.parse("upstream delay 1ms"));
                ChosenLink link = ChosenLink.of(passage, "delay 20ms")) {
            link.connecting();
            assertThat(link.text())
                    .isEqualTo("upstream delay " + DurationText.print(Duration.ZERO) + " downstream delay 18ms");
            link.losing("", "");
            assertThat(link.text()).isEqualTo("upstream delay 1ms downstream delay 20ms");
        }
    }

    @Test
    void theRateIsThatOfTheWayToTheServer() throws IOException {
        try (Passage passage = path.open(STREAM, LinkSpec.parse("downstream rate 1mbit"));
                ChosenLink link = ChosenLink.of(passage, "upstream rate 8mbit")) {
            assertThat(link.rate()).contains(new Rate(8_000_000));
        }
        try (Passage passage = path.open(STREAM, LinkSpec.NONE);
                ChosenLink link = ChosenLink.of(passage, "delay 1ms")) {
            assertThat(link.rate()).isEmpty();
        }
    }

    /** Of the report before none counts, nor what the host lost. */
    @Test
    void whatAFullQueueThrewAwayIsCountedApartFromWhatWasChosen() {
        LinkReport before = new LinkReport(10, 7, 3, 0, 0, 0, 0, 0, 0, Map.of("drop", 1L, "limit", 2L));
        LinkReport since = new LinkReport(20, 13, 7, 0, 0, 0, 0, 0, 0, Map.of("drop", 3L, "limit", 4L));
        Passage passage = mock(Passage.class);
        LinkControl control = mock(LinkControl.class);
        when(passage.control()).thenReturn(Optional.of(control));
        when(control.link()).thenReturn(LinkSpec.NONE);
        when(passage.report()).thenReturn(before, before.plus(since).lostAfter("unsent", 5, 0));
        try (ChosenLink link = ChosenLink.of(passage, "")) {
            assertThat(link.lost()).isEqualTo(3);
            assertThat(link.surplus()).isEqualTo(4);
        }
    }

    @Test
    void closingPutsTheLinkBack() throws IOException {
        chosen("delay 50ms loss 2% seed 3", "delay 20ms");
        assertThat(path.links()).last().isEqualTo("delay 50ms loss 2% seed 3");
    }

    @Test
    void wherePacketsCannotBeChosenThePathsAreNamedWhereTheyCan() throws IOException {
        assertThat(refusal(new LoopbackPath(), STREAM)).endsWith("; use --path wire or --path sim");
        assertThat(refusal(new LoopbackPath(), DATAGRAM)).endsWith("; use --path relay, --path wire or --path sim");
        assertThat(refusal(new RelayPath(), STREAM)).contains("not possible in user space", "use the path wire");
        assertThat(refusal(new RelayPath(), DATAGRAM)).isEmpty();
    }

    private static String refusal(Path path, Traits traits) throws IOException {
        try (Passage passage = path.open(traits, LinkSpec.NONE)) {
            return ChosenLink.refusal(traits, passage).orElse("");
        }
    }
}
