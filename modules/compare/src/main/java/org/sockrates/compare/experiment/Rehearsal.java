package org.sockrates.compare.experiment;

import java.io.IOException;
import org.sockrates.compare.Settings;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;

/**
 * The same once before, over loopback and told to nobody: what a program loads at its first call takes longer than the call,
 * and is no figure of a protocol. Nothing of it is seen on the path that is measured.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** What is measured afterwards. */
    @FunctionalInterface
    interface Scene {
        void play(Meeting meeting, Calls calls, Passage passage) throws IOException;
    }

    /** Plays it where its time will be the machine's, and where somebody is told of an end at all. */
    static void of(Transport transport, Passage passage, Settings settings, Scene scene) throws IOException {
        if (passage.clock() != SystemClock.INSTANCE || !transport.traits().connectionOriented()) {
            return;
        }
        try (Passage loopback = new LoopbackPath().open(transport.traits(), LinkSpec.NONE);
                Meeting meeting = Meeting.arrange(transport, loopback, settings)) {
            scene.play(meeting, new Calls(loopback.clock()), loopback);
        }
    }
}
