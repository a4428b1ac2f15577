package org.sockrates.wire;

import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import org.sockrates.capture.analysis.Label;

/**
 * A conversation over a wire, scripted: what the two ends do and what befalls them. How the kernel answers is its own affair.
 *
 * @param tuning settings of TCP that it needs, as typed: {@code sack off}; {@code textbook} for the profile
 * @param link what lies between its ends
 * @param earns labels that its segments must earn at one of its ends; {@link Label#RETRANSMISSION} stands for all of what
 *     goes back behind what was sent, since which of them it is depends on how quick a machine is
 */
record Scene(String name, List<String> tuning, String link, Set<Label> earns, Play play) {
    /** Both ends of a scene. */
    interface Play {
        void over(Stage stage) throws Exception;
    }

    /** The same, once they are connected. */
    interface Talk {
        void between(SocketChannel client, SocketChannel served, Stage stage) throws Exception;
    }

    static Scene scene(String name, String link, Play play, Label... earns) {
        return new Scene(name, List.of(), link, Set.of(earns), play);
    }

    /** A scene whose ends are connected before it and end behind it, the client first. */
    static Scene connected(String name, String link, Talk talk, Label... earns) {
        Play play = stage -> {
            try (SocketChannel client = stage.ends.connect();
                    SocketChannel served = stage.ends.accept()) {
                talk.between(client, served, stage);
                if (served.isOpen()) {
                    client.shutdownOutput();
                    Stage.readToEnd(served);
                }
            }
        };
        return scene(name, link, play, earns);
    }

    Scene with(String... settings) {
        return new Scene(name + ", " + String.join(", ", settings), List.of(settings), link, earns, play);
    }
}
