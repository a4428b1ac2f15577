package org.sockrates.sim.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Decision;

/** Does what was decided, and nothing else. */
final class OrderedWeather implements Weather {
    private final Map<Packet, List<Decision>> decisions;

    private record Packet(Way way, PacketKind kind, int nth) {}

    OrderedWeather(List<Decision> decided) {
        decisions =
                decided.stream().collect(Collectors.groupingBy(one -> new Packet(one.way(), one.kind(), one.nth())));
    }

    @Override
    public void befall(Way way, PacketKind kind, int nth, long nowNanos, Fate fate) {
        decisions.getOrDefault(new Packet(way, kind, nth), List.of()).forEach(fate::suffer);
    }
}
