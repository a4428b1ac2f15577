package org.sockrates.bench.row;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;

/** A measurement between two of our own ends: the serving one is started first and says its port. */
record OurEnds(
        String server,
        String client,
        UnaryOperator<List<String>> serverPlace,
        UnaryOperator<List<String>> clientPlace) {
    /** Both wherever the system puts them. */
    static OurEnds anywhere(String server, String client) {
        return new OurEnds(server, client, command -> command, command -> command);
    }

    /** What the server has measured, under the name. */
    double atServer(Ours told, String name) throws IOException {
        try (Child serving = Ours.start(serverPlace.apply(told.command(server)));
                Child asking = Ours.start(client(told, serving))) {
            return Ours.result(serving, name);
        }
    }

    /** What the client has measured, under the name. */
    double atClient(Ours told, String name) throws IOException {
        try (Child serving = Ours.start(serverPlace.apply(told.command(server)));
                Child asking = Ours.start(client(told, serving))) {
            return Ours.result(asking, name);
        }
    }

    private List<String> client(Ours told, Child serving) throws IOException {
        return clientPlace.apply(told.and("port", Ours.port(serving)).command(client));
    }
}
