package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Stopwatch;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;

/** What it costs when a packet of the greeting or of the farewell is lost. */
final class SynLoss implements Experiment {
    static final Measure SYN_LOST =
            new Measure("syn_lost_ms", Unit.MILLISECONDS, "how long connect took, its first SYN lost");
    static final Measure CONNECT = new Measure("connect_ms", Unit.MILLISECONDS, "how long connect took, nothing lost");
    static final Measure SYN_ACK_LOST =
            new Measure("syn_ack_lost_ms", Unit.MILLISECONDS, "how long connect took, the answer to its SYN lost");
    static final Measure END =
            new Measure("end_ms", Unit.MILLISECONDS, "from shutdown(SHUT_WR) until the reader was told, nothing lost");
    static final Measure FIN_LOST = new Measure(
            "fin_lost_ms", Unit.MILLISECONDS, "from shutdown(SHUT_WR) until the reader was told, the FIN lost");

    @Override
    public String name() {
        return "syn-loss";
    }

    @Override
    public String question() {
        return "what if the greeting or the farewell is lost?";
    }

    @Override
    public String method(Settings settings) {
        return "connect, and shutdown(SHUT_WR) of an idle connection, over the link's delay (20 ms if none), each once"
                + " with nothing lost and once with one chosen packet lost; each transport has its own timers";
    }

    @Override
    public List<Measure> measures() {
        return List.of(SYN_LOST, CONNECT, SYN_ACK_LOST, END, FIN_LOST);
    }

    @Override
    public Optional<String> notApplicable(Traits traits) {
        return traits.connectionOriented()
                ? Optional.empty()
                : Optional.of("no greeting and no farewell: connect sends nothing, the first packet is a message,"
                        + " and a lost message stays lost (recovery)");
    }

    @Override
    public Optional<String> impossible(Traits traits, Passage passage) {
        return ChosenLink.refusal(traits, passage);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        try (ChosenLink link = ChosenLink.of(run.passage(), Recovery.WAY)) {
            Figure connect = CONNECT.measured(1, connectMillis(run));
            link.losing("drop syn 1", "");
            double withoutSyn = connectMillis(run);
            Figure synLost = figure(SYN_LOST, withoutSyn, link);
            link.losing("", run.traits().inDatagrams() ? "drop syn 1" : "drop syn-ack 1");
            double withoutAnswer = connectMillis(run);
            Figure synAckLost = figure(SYN_ACK_LOST, withoutAnswer, link);
            Figure end = end(END, "", run, link);
            Figure finLost = end(FIN_LOST, "drop fin 1", run, link);
            return Observations.of(synLost, connect, synAckLost, end, finLost);
        }
    }

    /** Of what took so long, if the chosen packet was lost indeed. */
    private static Figure figure(Measure measure, double millis, ChosenLink link) {
        return link.lost() > 0
                ? measure.measured(1, millis)
                : measure.absent("its datagrams say nothing of themselves (Transport.head): none was chosen");
    }

    private static double connectMillis(Run run) throws IOException {
        try (TransportSocket door = run.door(1);
                TransportSocket client = run.open()) {
            InetSocketAddress at = run.towards(door);
            Stopwatch since = run.stopwatch();
            client.connect(at);
            return since.millis();
        }
    }

    private static Figure end(Measure measure, String lost, Run run, ChosenLink link) throws IOException {
        link.losing("", "");
        try (Meeting meeting = Meeting.arrange(run)) {
            run.awaitStillness();
            link.losing(lost, "");
            Stopwatch since = run.stopwatch();
            meeting.client().shutdown(Direction.OUT);
            int heard = Ear.on(meeting.server(), run).hear(ByteBuffer.allocate(1));
            double millis = since.millis();
            if (heard != Ear.END) {
                return measure.absent("the reader was never told");
            }
            return lost.isEmpty() ? measure.measured(1, millis) : figure(measure, millis, link);
        }
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(
                result,
                SYN_LOST,
                column -> "connected after " + column.text(CONNECT) + ", "
                        + column.told(SYN_LOST) + " with its SYN lost and "
                        + column.told(SYN_ACK_LOST) + " with the answer lost, and its reader knew of the end after "
                        + column.told(END) + ", " + column.told(FIN_LOST) + " with the FIN lost");
    }
}
