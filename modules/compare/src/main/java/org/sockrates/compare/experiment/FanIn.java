package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Stopwatch;
import org.sockrates.compare.Unit;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.text.CountText;

/** How many sockets a server holds that talks with many clients. */
final class FanIn implements Experiment {
    static final Measure HELD =
            new Measure("server_sockets", Unit.SOCKETS, "open sockets of the server while all clients are there");
    static final Measure EXPECTED =
            new Measure("expected_sockets", Unit.SOCKETS, "what the transport's traits let one expect");
    static final Measure CLIENTS = new Measure("clients", Unit.COUNT, "clients that asked, one socket each");
    static final Measure ANSWERED = new Measure("answered", Unit.COUNT, "clients that got their own question back");
    static final Measure PEERS = new Measure("peer_addresses", Unit.COUNT, "different addresses the server saw");

    @Override
    public String name() {
        return "fan-in";
    }

    @Override
    public String question() {
        return "one server, many clients: how many sockets does it hold?";
    }

    @Override
    public String method(Settings settings) {
        return "up to " + clients(settings)
                + " clients ask one after the other, and all stay; then the server's sockets are counted";
    }

    @Override
    public List<Measure> measures() {
        return List.of(HELD, EXPECTED, CLIENTS, ANSWERED, PEERS);
    }

    private static int clients(Settings settings) {
        return settings.count(50, 10);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        boolean connects = run.traits().connectionOriented();
        int most = clients(run.settings());
        List<TransportSocket> clients = new ArrayList<>();
        TransportSocket door = run.door(most);
        try (Host host = new Host(door)) {
            InetSocketAddress at = run.towards(door);
            run.passage().start("host", () -> host.serve(run.passage()));
            long answered = 0;
            Stopwatch since = run.stopwatch();
            for (int i = 0; i < most && (i == 0 || since.isWithin(run.settings().patience())); i++) {
                TransportSocket client = run.open();
                clients.add(client);
                client.connect(at);
                answered += asks(client, i, run) ? 1 : 0;
            }
            int n = clients.size();
            return Observations.of(
                    HELD.counted(n, host.held()),
                    EXPECTED.computed(
                            connects ? 1.0 + n : 1, connects ? "1 to listen + 1 for each client" : "1 for everybody"),
                    CLIENTS.counted(n, n),
                    ANSWERED.counted(n, answered),
                    PEERS.counted(n, host.peers()));
        } finally {
            for (TransportSocket client : clients) {
                client.close();
            }
        }
    }

    /** Whether the client's number comes back to it; what may be lost for good is tried twice. */
    private static boolean asks(TransportSocket client, int number, Run run) throws IOException {
        Ear ear = Ear.on(client, run);
        ByteBuffer message = ByteBuffer.allocate(Integer.BYTES);
        int tries = client.transport().traits().reliable() ? 1 : 2;
        for (int i = 0; i < tries; i++) {
            client.send(message.clear().putInt(number).flip());
            if (ear.hear(message.clear()) == Integer.BYTES && message.getInt(0) == number) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, HELD, column -> {
            double clientsLeft = column.number(CLIENTS) - column.number(ANSWERED);
            double least = column.least(ANSWERED);
            String worst =
                    least < column.number(ANSWERED) ? " (at worst " + FigureText.number(Unit.COUNT, least) + ")" : "";
            return "served " + column.counted(ANSWERED, "client") + worst + " with "
                    + column.counted(HELD, "socket")
                    + (clientsLeft > 0
                            ? ", and left " + CountText.print(Math.round(clientsLeft), "client") + " without an answer"
                            : "");
        });
    }
}
