package org.sockrates.transport.text;

import java.util.function.ToIntBiFunction;
import org.sockrates.transport.UsageException;

/**
 * A host and a port in one word: {@code localhost:80}, {@code 127.0.0.1:80}, {@code [::1]:80}. Written back by
 * {@link org.sockrates.transport.CallText#address}.
 *
 * @param host as typed, for {@link HostText}
 */
public record AddressText(String host, int port) {
    private static final String EXPECTED = "HOST:PORT, such as localhost:80 or [::1]:80";

    /** Whether a text has the colon of an address: one, behind an IPv6 address that is in square brackets. */
    public static boolean looksLike(String text) {
        return text.matches("(?s)(\\[.*]|[^:]*):[^:]*");
    }

    /**
     * Takes an address apart; asks nobody.
     *
     * @param where whose address, for the message: {@code target}
     * @throws UsageException when the text is no address
     */
    public static AddressText parse(String where, String text) {
        return parse(where, text, PortText::parse);
    }

    /** The same of an address to bind, whose port may be 0. */
    public static AddressText parseOwn(String where, String text) {
        return parse(where, text, PortText::parseOwn);
    }

    private static AddressText parse(String where, String text, ToIntBiFunction<String, String> port) {
        if (!looksLike(text)) {
            throw new UsageException(where, text, EXPECTED);
        }
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon);
        HostText.literal(where, host);
        return new AddressText(host, port.applyAsInt(where, text.substring(colon + 1)));
    }
}
