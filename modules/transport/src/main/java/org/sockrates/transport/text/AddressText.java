package org.sockrates.transport.text;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.sockrates.transport.UsageException;

/** A host and a port in one word: {@code localhost:80}, {@code 127.0.0.1:80}, {@code [::1]:80}. Written
 * back by {@link org.sockrates.transport.CallText#address}. */
public final class AddressText {
    private static final String EXPECTED = "HOST:PORT, such as localhost:80 or [::1]:80";

    private AddressText() {}

    /**
     * Reads an address and looks the name up where there is one.
     *
     * @param where whose address, for the message: {@code target}
     * @throws UsageException when the text is no address
     * @throws UnknownHostException when the name is unknown
     */
    public static InetSocketAddress parse(String where, String text) throws UnknownHostException {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new UsageException(where, text, EXPECTED);
        }
        String host = text.substring(0, colon);
        if (host.indexOf(':') >= 0 && !(host.startsWith("[") && host.endsWith("]"))) {
            throw new UsageException(where, text, EXPECTED);
        }
        int port = PortText.parse(where, text.substring(colon + 1));
        return new InetSocketAddress(HostText.parse(where, host), port);
    }
}
