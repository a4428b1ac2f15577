package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Stopwatch;
import org.sockrates.compare.Unit;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;

/** What the survivor learns when the other end is killed. */
final class Vanish implements Experiment {
    static final Measure CLIENT_TOLD = new Measure(
            "client_told", Unit.YES_NO, "whether a client that only waits learns that its server was killed");
    static final Measure CLIENT_TOLD_AFTER =
            new Measure("client_told_after_ms", Unit.MILLISECONDS, "how long after the kill it learnt it");
    static final Measure SERVER_TOLD = new Measure(
            "server_told", Unit.YES_NO, "whether a server that only waits learns that its client was killed");
    static final Measure SERVER_TOLD_AFTER =
            new Measure("server_told_after_ms", Unit.MILLISECONDS, "how long after the kill it learnt it");
    static final Measure SENDS_IN_VAIN = new Measure(
            "sends_in_vain", Unit.CALLS, "sends the system still took after the server had closed without a word");

    private static final int MOST_SENDS = 5;
    private static final String DIES_TOO = "it is part of the program, and is killed with it: nobody is left to tell";

    @Override
    public String name() {
        return "vanish";
    }

    @Override
    public String question() {
        return "the other end is killed: who tells me?";
    }

    @Override
    public String method(Settings settings) {
        return "server killed, then client waits; client killed, then server waits; server closes, client sends on (at most "
                + MOST_SENDS + "); the system of the dead lives on, and closes its sockets";
    }

    @Override
    public List<Measure> measures() {
        return List.of(CLIENT_TOLD, CLIENT_TOLD_AFTER, SERVER_TOLD, SERVER_TOLD_AFTER, SENDS_IN_VAIN);
    }

    /** Where somebody is told at all, and when is asked. */
    @Override
    public boolean rehearsed(Traits traits) {
        return traits.connectionOriented() && !traits.builtOnDatagrams();
    }

    @Override
    public Observations observe(Run run) throws IOException {
        Calls calls = new Calls(run.passage().clock());
        List<Figure> figures = new ArrayList<>();
        if (run.traits().builtOnDatagrams()) {
            List.of(CLIENT_TOLD, CLIENT_TOLD_AFTER, SERVER_TOLD, SERVER_TOLD_AFTER)
                    .forEach(measure -> figures.add(measure.absent(DIES_TOO)));
        } else {
            try (Meeting meeting = acquainted(run)) {
                calls.note("the server is killed");
                Stopwatch killed = run.stopwatch();
                kill(meeting.server(), meeting.door());
                Outcome outcome = wait(calls, "recv(client)", meeting.client(), run);
                figures.add(CLIENT_TOLD.held(1, outcome.told()));
                figures.add(after(CLIENT_TOLD_AFTER, outcome, killed.millis()));
            }
            try (Meeting meeting = acquainted(run)) {
                calls.note("the client is killed");
                Stopwatch killed = run.stopwatch();
                kill(meeting.client());
                Outcome outcome = wait(calls, "recv(server)", meeting.server(), run);
                figures.add(SERVER_TOLD.held(1, outcome.told()));
                figures.add(after(SERVER_TOLD_AFTER, outcome, killed.millis()));
            }
        }
        try (Meeting meeting = acquainted(run)) {
            calls.note("the server closes, the client sends on");
            meeting.server().close();
            meeting.door().close();
            int taken = sendOn(calls, meeting.client(), run);
            figures.add(SENDS_IN_VAIN.counted(MOST_SENDS, taken));
        }
        return Observations.of(figures).drawn(calls.lines());
    }

    /** What a system does with the sockets of a program that it has killed: it closes them. All was read, so TCP says FIN. */
    private static void kill(TransportSocket... sockets) throws IOException {
        for (TransportSocket each : sockets) {
            each.close();
        }
    }

    /** Two ends that have spoken, so that whatever lies between knows both. */
    private static Meeting acquainted(Run run) throws IOException {
        Meeting meeting = Meeting.arrange(run);
        meeting.client().send(ByteBuffer.wrap(new byte[] {'!'}));
        Ear.on(meeting.server(), run).hear(ByteBuffer.allocate(64));
        return meeting;
    }

    private static Outcome wait(Calls calls, String words, TransportSocket survivor, Run run) throws IOException {
        Ear ear = Ear.on(survivor, run);
        return calls.make(words, () -> ear.hear(ByteBuffer.allocate(64)));
    }

    private static Figure after(Measure measure, Outcome outcome, double millis) {
        return outcome.told() ? measure.measured(1, millis) : measure.absent("never told");
    }

    /** A send at a time, each given time to come back as an error. */
    private static int sendOn(Calls calls, TransportSocket client, Run run) throws IOException {
        Ear ear = Ear.on(client, run);
        for (int taken = 0; taken < MOST_SENDS; taken++) {
            if (calls.make("send(client)", () -> client.send(ByteBuffer.wrap(new byte[] {'?'})))
                    .told()) {
                return taken;
            }
            run.awaitStillness();
            Outcome outcome = calls.make("recv(client)", () -> ear.hear(ByteBuffer.allocate(64)));
            if (outcome.errno() != null) {
                return taken + 1;
            }
        }
        return MOST_SENDS;
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, CLIENT_TOLD, column -> {
            String vain = column.has(SENDS_IN_VAIN)
                    ? ", and its system took " + column.counted(SENDS_IN_VAIN, "send") + " for a server that had gone"
                    : "";
            return "told " + who(column) + vain;
        });
    }

    private static String who(Column column) {
        boolean client = column.held(CLIENT_TOLD) != Held.NEVER;
        boolean server = column.held(SERVER_TOLD) != Held.NEVER;
        String clientAfter = "the client after " + column.text(CLIENT_TOLD_AFTER) + column.unlessAlways(CLIENT_TOLD);
        String serverAfter = "the server after " + column.text(SERVER_TOLD_AFTER) + column.unlessAlways(SERVER_TOLD);
        if (client && server) {
            return clientAfter + " and " + serverAfter;
        }
        return client ? clientAfter + " only" : server ? serverAfter + " only" : "nobody who just waited";
    }
}
