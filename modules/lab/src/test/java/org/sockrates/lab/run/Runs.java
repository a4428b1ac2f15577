package org.sockrates.lab.run;

import java.time.Duration;
import org.sockrates.lab.document.LabDocument;

/** Runs of labs on a fake shell whose every command takes 125 ms, for tests of what is made of results. */
public final class Runs {
    private final FakeInterpreter shell = new FakeInterpreter();

    /** Tells the shell what to answer. */
    public Runs on(String line, int status, String... shown) {
        shell.on(line, status, shown);
        return this;
    }

    public LabResult run(LabDocument lab) {
        return run(lab, Abilities.ALL);
    }

    public LabResult run(LabDocument lab, Abilities abilities) {
        ManualLabClock clock = new ManualLabClock();
        shell.whenAsked = () -> clock.sleep(Duration.ofMillis(125));
        return new LabRunner(opened -> shell, abilities, LabLimits.USUAL, clock).run(lab, LabListener.SILENT);
    }
}
