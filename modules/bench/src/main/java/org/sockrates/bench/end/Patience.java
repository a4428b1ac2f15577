package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/** How a bare channel waits, set up in the same three ways as {@link org.sockrates.transport.Waiting}. */
final class Patience implements AutoCloseable {
    private final @Nullable Selector selector;
    private final @Nullable SelectionKey key;

    private Patience(@Nullable Selector selector, @Nullable SelectionKey key) {
        this.selector = selector;
        this.key = key;
    }

    static Patience of(Manner manner, SelectableChannel channel) throws IOException {
        channel.configureBlocking(manner == Manner.BLOCK);
        if (manner != Manner.SLEEP) {
            return new Patience(null, null);
        }
        Selector selector = Selector.open();
        return new Patience(selector, channel.register(selector, 0));
    }

    void await(int operation) throws IOException {
        if (selector == null || key == null) {
            Thread.onSpinWait();
            return;
        }
        key.interestOps(operation);
        selector.select();
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        if (selector != null) {
            selector.close();
        }
    }
}
