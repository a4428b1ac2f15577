package org.sockrates.bench.end;

import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PacketObserver;
import org.sockrates.wire.Wire;
import org.sockrates.wire.WireCapture;
import org.sockrates.wire.WireSettings;

/** Our wire in a process of its own, until it is ended: alone, told of packet by packet, or captured to a file. */
final class MirrorEnd implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        LinkSpec link = LinkSpec.parse(words.text("link"));
        WireSettings settings = WireSettings.USUAL.withMtu(words.number("mtu")).withMostAtOnce(words.number("at-once"));
        try (Wire wire = Wire.open(settings, link)) {
            watch(wire, words.text("watch"));
            End.reachable(0);
            while (true) {
                LockSupport.park();
            }
        }
    }

    private static void watch(Wire wire, String how) throws IOException {
        AtomicLong bytes = new AtomicLong();
        PacketObserver trace = packet -> bytes.lazySet(bytes.getPlain() + packet.bytes());
        switch (how) {
            case "none" -> {}
            case "trace" -> wire.observe(trace);
            default -> WireCapture.begin(wire, List.of(WireCapture.End.values()), new FileOutputStream(how), "bench");
        }
    }
}
