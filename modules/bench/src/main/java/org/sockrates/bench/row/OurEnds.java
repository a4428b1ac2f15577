package org.sockrates.bench.row;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Pinned;

/**
 * A measurement between two of our own ends: the serving one is started first and says its port.
 *
 * @param server the serving end's word
 * @param client the asking end's word
 * @param serving what the serving end is told
 * @param asking what the asking end is told, but for the port
 */
record OurEnds(
        String server,
        String client,
        Ours serving,
        Ours asking,
        UnaryOperator<List<String>> serverPlace,
        UnaryOperator<List<String>> clientPlace) {

    /** Both wherever the system puts them. */
    static OurEnds anywhere(String server, String client, Ours serving, Ours asking) {
        return new OurEnds(server, client, serving, asking, command -> command, command -> command);
    }

    /** Each on a processor. */
    OurEnds pinned(int serverProcessor, int clientProcessor) {
        return new OurEnds(
                server,
                client,
                serving,
                asking,
                command -> Pinned.to(serverProcessor, command),
                command -> Pinned.to(clientProcessor, command));
    }

    /** What the server has measured, under the name. */
    double atServer(String name) throws IOException {
        try (Child first = Ours.start(serverPlace.apply(serving.command(server)));
                Child second = Ours.start(client(first))) {
            return Ours.result(first, name);
        }
    }

    /** What the client has measured, under the name. */
    double atClient(String name) throws IOException {
        try (Child first = Ours.start(serverPlace.apply(serving.command(server)));
                Child second = Ours.start(client(first))) {
            return Ours.result(second, name);
        }
    }

    private List<String> client(Child first) throws IOException {
        return clientPlace.apply(asking.and("port", Ours.port(first)).command(client));
    }
}
