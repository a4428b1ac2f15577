package org.sockrates.capture.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.capture.packet.Packet;

/** Asks tshark whether it says of each packet what we say of it. */
public final class Oracle {
    private Oracle() {}

    /**
     * Where it says something else; an entry a packet.
     *
     * @param packets as they were seen at one place, in the order of their times
     * @param whose what each belongs to, for a person who looks for the reason
     */
    public static List<String> differences(List<Packet> packets, List<String> whose) throws IOException {
        List<String> ours = Verdicts.ours(packets);
        List<String> tsharks = Verdicts.tsharks(packets);
        if (tsharks.size() != packets.size()) {
            throw new AssertionError(packets.size() + " packets, of which tshark read " + tsharks.size());
        }
        List<String> lines = Verdicts.lines(packets);
        TsharkFaults faults = new TsharkFaults(packets);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            if (!faults.spare(i, ours.get(i)).equals(faults.spare(i, tsharks.get(i)))) {
                differences.add(whose.get(i) + ": packet " + (i + 1) + ": " + lines.get(i) + "\n  ours:     "
                        + ours.get(i) + "\n  tshark's: " + tsharks.get(i) + "\n");
            }
        }
        return differences;
    }
}
