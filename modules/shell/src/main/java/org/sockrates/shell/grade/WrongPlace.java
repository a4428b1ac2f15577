package org.sockrates.shell.grade;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.sockrates.capture.kernel.KernelProtocol;

/**
 * Where a server is that does not serve where it is expected, and what that comes from.
 *
 * @param place where it is expected
 * @param found the sockets at which it serves
 */
record WrongPlace(ServedPort place, List<ServedPort.Place> found, ProgramCall call) {
    private static final int MOST_PLACES = 3;

    /** @param hosts where it may be reached, at any of them */
    String told(List<InetAddress> hosts) {
        String asked = place.protocol().word();
        String expected = " (expected: at " + asked + " " + place.told(hosts) + ")";
        if (found.isEmpty()) {
            return "it " + (place.protocol() == KernelProtocol.TCP ? "listens" : "is bound") + " nowhere" + expected;
        }
        String places =
                found.stream().limit(MOST_PLACES).map(ServedPort.Place::told).collect(Collectors.joining(", "));
        if (found.stream().noneMatch(other -> other.protocol() == place.protocol())) {
            return "it has only " + places + expected + "; the lab asks over " + asked;
        }
        return "it serves at " + places + expected
                + ofThePort()
                + (hosts.get(0).isLoopbackAddress() || call.takes(ProgramCall.HOST)
                        ? ""
                        : "; tell it where: on the wire its words are {host} {port}");
    }

    private String ofThePort() {
        if (serves(place.port())) {
            return "";
        }
        int swapped = Short.toUnsignedInt(Short.reverseBytes((short) place.port()));
        if (serves(swapped)) {
            return "; " + swapped + " is " + place.port() + " with its bytes swapped: htons";
        }
        return call.fixedPort().isPresent() ? "" : "; a port built in is told with --port";
    }

    private boolean serves(int port) {
        return found.stream()
                .filter(other -> other.protocol() == place.protocol())
                .anyMatch(other -> other.local().getPort() == port);
    }
}
