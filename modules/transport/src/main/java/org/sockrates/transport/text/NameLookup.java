package org.sockrates.transport.text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One question for the addresses of a name, with a limit and a way to end it. The system's own call has neither: it is made
 * on a thread of its own, which is left to it.
 */
public final class NameLookup implements HostText.Names {
    static {
        // or Java answers for ten seconds that a name is unknown where there was only nobody to ask
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    private final HostText.Names names;
    private final Duration most;
    private final CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();

    /** Asks the system. */
    public NameLookup(Duration most) {
        this(InetAddress::getAllByName, most);
    }

    NameLookup(HostText.Names names, Duration most) {
        this.names = names;
        this.most = most;
    }

    /**
     * The addresses of a name; to be asked once.
     *
     * @throws UnknownHostException when nobody knows the name, when nobody answered in time, and when it was ended
     */
    @Override
    public InetAddress[] of(String name) throws UnknownHostException {
        Thread asking = new Thread(() -> ask(name), "lookup of " + name);
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw new UnknownHostException(reason(String.valueOf(failure.getMessage())));
        } catch (TimeoutException silence) {
            throw new UnknownHostException("nobody answered for the name within " + DurationText.print(most));
        } catch (CancellationException ended) {
            throw new UnknownHostException("ended before anybody answered for the name");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted before anybody answered for the name");
        }
    }

    private void ask(String name) {
        try {
            answer.complete(names.of(name));
        } catch (IOException | RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }

    /**
     * Of getaddrinfo's reasons one says nothing of the name: EAI_AGAIN (RFC 3493 §6.1), in the words of glibc, macOS and the
     * BSDs, or of musl.
     */
    private static String reason(String said) {
        return said.contains("emporary failure") || said.endsWith(": Try again")
                ? "nobody answered for the name (getaddrinfo: EAI_AGAIN)"
                : "name unknown";
    }

    /** Ends the wait, also one that has not begun; by any thread, and again and again. */
    public void end() {
        answer.cancel(false);
    }
}
