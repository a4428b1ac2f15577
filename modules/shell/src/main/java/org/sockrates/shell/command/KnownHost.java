package org.sockrates.shell.command;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.AddressText;
import org.sockrates.transport.text.HostText;

/**
 * The host that a line is going to ask, while it does not run yet. It is content where it cannot tell.
 *
 * @param where the call, for messages
 * @param address null where it is a name that has to be looked up
 */
public record KnownHost(String where, Word word, @Nullable InetAddress address) {
    /** No socket and no transport has such a name. */
    private static final String ONLY_A_HOST = "(?s).*[.:].*|.{17,}";

    private static final String NUMBER_OF_A_SOCKET = "[0-9]{1,3}";

    /**
     * The host of a socket's peer.
     *
     * @param words {@code [SOCKET] [HOST] PORT …}
     */
    public static Optional<KnownHost> behindSocket(String where, List<Word> words) {
        boolean numbered = words.size() > 2 && words.get(0).text().matches(NUMBER_OF_A_SOCKET);
        return numbered ? behind(where, words.subList(1, words.size())) : behind(where, words);
    }

    /**
     * The host before a port, where a word may stand before both.
     *
     * @param words {@code [TRANSPORT] [HOST] PORT …}
     */
    public static Optional<KnownHost> behind(String where, List<Word> words) {
        int port = 0;
        while (port < words.size() && !KnownPort.isPort(words.get(port))) {
            port++;
        }
        if (port >= Math.min(words.size(), 3)) {
            return Optional.empty();
        }
        Word found = words.get(port);
        if (!found.open() && AddressText.looksLike(found.text())) {
            return of(where, found, found.text().substring(0, found.text().lastIndexOf(':')));
        }
        boolean host = port == 2 || (port == 1 && isHost(words.get(0)));
        return host ? of(where, words.get(port - 1), words.get(port - 1).text()) : Optional.empty();
    }

    private static boolean isHost(Word word) {
        return !word.open() && word.text().length() > 1 && word.text().matches(ONLY_A_HOST);
    }

    private static Optional<KnownHost> of(String where, Word word, String host) {
        try {
            boolean asksNobody =
                    host.equalsIgnoreCase("localhost") || ("." + host.toLowerCase(Locale.ROOT)).endsWith(".invalid");
            return asksNobody
                    ? Optional.empty()
                    : Optional.of(new KnownHost(where, word, HostText.literal(where, host)));
        } catch (UsageException noHost) {
            return Optional.empty(); // as the line says when it runs
        }
    }
}
