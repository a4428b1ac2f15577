package org.sockrates.sim;

import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.sockrates.link.Link;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.rdt.FixedTimeout;
import org.sockrates.transport.rdt.Numbers;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/**
 * How long a message takes in the long run: a {@link Transfer} over the line of a textbook, watched from when its beginning
 * is over. On that line a packet first takes its time on the wire, one behind the other, and is lost after it; acknowledgements
 * take the delay alone, and none is lost. The timeout is fixed.
 *
 * @param wire what data meets first: a rate
 * @param behind what data meets then: loss and delay; its seed decides
 * @param back what acknowledgements meet: the delay
 * @param window packets that may be outstanding
 * @param unwatched deliveries before it is watched
 * @param watched deliveries from then on
 * @param messageBytes as in {@link Transfer}
 * @param timeoutNanos of every packet
 */
public record Trial(
        LinkSpec wire,
        LinkSpec behind,
        LinkSpec back,
        int window,
        int unwatched,
        int watched,
        int messageBytes,
        long timeoutNanos) {
    /**
     * What was seen.
     *
     * @param finished whether all that was to be watched was delivered; if not, the rest says nothing
     * @param nanos virtual time, from the delivery before the first that was watched to the last
     * @param packets data packets that were sent in this time, counted as in {@link Transfer}
     * @param events that happened, from the beginning on
     */
    public record Seen(boolean finished, long nanos, long packets, long events) {}

    /**
     * Runs it: the same every time, unless it is stopped.
     *
     * @param maker makes one end, as in {@link Transfer}
     * @param stopped asked after each thing that happens
     * @throws IllegalStateException when the protocol delivered a wrong message
     */
    public Seen run(BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker, BooleanSupplier stopped) {
        Timeline timeline = new Timeline();
        FixedTimeout timeout = new FixedTimeout(timeoutNanos);
        ProtocolSettings settings = new ProtocolSettings(1, window, Numbers.ALL, 0, timeout);
        Source source = new Source(unwatched + watched + window, messageBytes);
        Sink sink = new Sink(messageBytes, timeline);
        Host sender = new Host(timeline, new Link(wire, Way.UPSTREAM), source, settings, maker);
        Host receiver = new Host(timeline, new Link(back, Way.DOWNSTREAM), sink, settings, maker);
        sender.through(new Link(behind, Way.UPSTREAM));
        sender.towards(receiver);
        receiver.towards(sender);
        source.begin(sender.end());
        boolean begun = until(sink, unwatched, timeline, stopped);
        long fromNanos = timeline.nowNanos();
        long fromPackets = sender.dataPackets();
        boolean finished = begun && until(sink, unwatched + watched, timeline, stopped);
        return new Seen(
                finished, timeline.nowNanos() - fromNanos, sender.dataPackets() - fromPackets, timeline.happened());
    }

    private static boolean until(Sink sink, int delivered, Timeline timeline, BooleanSupplier stopped) {
        while (sink.delivered() < delivered) {
            if (stopped.getAsBoolean() || !timeline.next(Long.MAX_VALUE)) {
                return false;
            }
            if (sink.wrong() > 0) {
                throw new IllegalStateException("message " + sink.delivered() + ": another came in its place");
            }
        }
        return true;
    }
}
