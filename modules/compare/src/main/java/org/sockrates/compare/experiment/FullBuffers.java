package org.sockrates.compare.experiment;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Run;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.transport.TransportSocket;

/** Where the lost were lost, when it was no network and no rule: at a receive buffer that was full. */
final class FullBuffers {
    static final Measure PERCENT = new Measure(
            "full_buffer_percent",
            Unit.PERCENT,
            "of all messages lost, those that met a full receive buffer, a relay's too",
            true);

    private FullBuffers() {}

    /**
     * What they were of all that was lost.
     *
     * @param receiver open still, and bound
     * @param lost messages of the whole run
     * @param unknown why nobody knows how many were lost
     */
    static Figure of(Run run, TransportSocket receiver, long lost, Optional<String> unknown) {
        if (run.traits().reliable()) {
            return PERCENT.absent("what finds no room waits, or is sent again");
        }
        if (unknown.isPresent()) {
            return PERCENT.absent(unknown.get());
        }
        if (lost == 0) {
            return PERCENT.absent("nothing was lost");
        }
        InetSocketAddress address = Objects.requireNonNull(receiver.local());
        Passage passage = run.passage();
        Long atReceiver = passage.overflows().of(Set.of(address)).get(address);
        if (atReceiver == null) {
            return PERCENT.absent("what a full receive buffer threw away is not told here");
        }
        return PERCENT.measured(lost, 100.0 * (atReceiver + passage.report().overrun()) / lost);
    }

    /**
     * Of a clause that told what was lost, the end that tells where, if it is known and was there.
     *
     * @param lost what the clause told; nothing is told where that is 0
     * @param base of what this is a part, where it is not all: {@code of these}
     */
    static String told(Column column, Measure lost, String base) {
        if (!(column.number(PERCENT) > 0 && column.number(lost) > 0)) {
            return "";
        }
        return (column.least(PERCENT) == 100 ? ", all of these" : ", " + column.text(PERCENT) + " " + base)
                + " at a full receive buffer";
    }
}
