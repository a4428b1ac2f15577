package org.sockrates.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of this machine. Its zone is looked up when a time is shown: that takes longer than most commands. */
final class WallClock extends Clock {
    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }

    @Override
    public Instant instant() {
        return Instant.now();
    }
}
