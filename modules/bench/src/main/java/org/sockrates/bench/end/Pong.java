package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Sends back every message of one peer. */
final class Pong implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        int size = words.number("size");
        ByteBuffer message = ByteBuffer.allocateDirect(words.udp() ? 65_536 : size);
        try (Carrier carrier = Carriers.accepted(words)) {
            while (true) {
                message.clear();
                int bytes = carrier.receive(message);
                while (bytes >= 0 && message.position() < size) {
                    bytes = carrier.receive(message);
                }
                if (bytes < 0) {
                    return;
                }
                carrier.send(message.flip());
            }
        }
    }
}
