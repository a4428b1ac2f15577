package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.transport.Traits.Promise.CONNECTION_ORIENTED;
import static org.sockrates.transport.Traits.Promise.FLOW_CONTROLLED;
import static org.sockrates.transport.Traits.Promise.IN_DATAGRAMS;
import static org.sockrates.transport.Traits.Promise.ORDERED;
import static org.sockrates.transport.Traits.Promise.RELIABLE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.PretendPath;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.transport.Traits;

@Timeout(30)
class InventionsTest {
    private final Inventions inventions = new Inventions();

    @Test
    void theSameLossesAreMadeUnderEachProfile() {
        PretendPath path = new PretendPath();
        Asked asked = Asked.of(inventions, path, LinkSpec.NONE);

        assertThat(path.switches())
                .containsExactly(
                        "textbook", "textbook", "sack on", "textbook", "sack on", "rack on", "tlp on", "shipped");
        List<String> losses = Stream.of("3", "9", "10", "9-10")
                .map(lost -> "upstream delay 20ms drop data " + lost + " downstream delay 20ms")
                .toList();
        assertThat(path.links())
                .filteredOn(link -> link.contains("drop"))
                .containsExactlyElementsOf(Stream.of(losses, losses, losses, losses)
                        .flatMap(List::stream)
                        .toList());
        assertThat(inventions.measures())
                .hasSize(20)
                .allSatisfy(measure -> assertThat(asked.value(measure, "tcp")).isPositive());
        assertThat(asked.result().drawings().get("tcp"))
                .hasSize(6)
                .satisfies(lines -> assertThat(lines.get(0)).matches("lost +textbook +sack +tlp +shipped"))
                .satisfies(lines -> assertThat(lines.get(4)).matches("10th( +[0-9.]+ ms){4}"));
    }

    @Test
    void whereTheSystemIsNotOursItSaysWhereItIs() {
        Measure first = inventions.measures().get(0);

        assertThat(Asked.of(inventions, new LoopbackPath(), LinkSpec.NONE).reason(first, "tcp"))
                .endsWith("use --path wire");
        assertThat(Asked.of(inventions, new RelayPath(), LinkSpec.NONE).reason(first, "udp"))
                .startsWith("nothing was invented for it");
    }

    @Test
    void whatIsBuiltInUserSpaceHasNoneOfTheSystemsSwitches() {
        Traits built =
                Traits.of(Integer.MAX_VALUE, CONNECTION_ORIENTED, RELIABLE, ORDERED, FLOW_CONTROLLED, IN_DATAGRAMS);

        assertThat(inventions.notApplicable(built))
                .hasValueSatisfying(reason -> assertThat(reason).contains("user space"));
    }

    @Test
    void theFindingSetsTheProfilesSideBySide() {
        Figure[] figures = inventions.measures().stream()
                .map(measure -> measure.measured(10, measure.name().contains("10th") ? 307 : 60.8))
                .toArray(Figure[]::new);

        assertThat(new Told(inventions).of("tcp", figures).conclusion())
                .isEqualTo(
                        "tcp waited for the third (60.8 ms textbook, 60.8 ms sack, 60.8 ms tlp, 60.8 ms shipped), for"
                                + " the ninth (60.8 ms textbook, 60.8 ms sack, 60.8 ms tlp, 60.8 ms shipped), for the last"
                                + " (307 ms textbook, 307 ms sack, 307 ms tlp, 307 ms shipped), for the last two (60.8 ms"
                                + " textbook, 60.8 ms sack, 60.8 ms tlp, 60.8 ms shipped).");
    }
}
