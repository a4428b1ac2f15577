package org.sockrates.sim.check;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Decision;

/** Writes down what another weather does. */
final class RecordedWeather implements Weather {
    private final Weather weather;
    private final List<Decision> decisions = new ArrayList<>();

    RecordedWeather(Weather weather) {
        this.weather = weather;
    }

    @Override
    public void befall(Way way, PacketKind kind, int nth, long nowNanos, Fate fate) {
        weather.befall(way, kind, nth, nowNanos, fate);
        decisions.addAll(fate.told(way, kind, nth));
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }
}
