package org.sockrates.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.Arguments.Address;
import org.sockrates.transport.Arguments.Backlog;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Half;
import org.sockrates.transport.Arguments.Kind;
import org.sockrates.transport.Arguments.Membership;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.Messages;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Arguments.Room;

class ArgumentsTest {
    private static final String HI = "\"hi\"";

    private static Address address(Family family) {
        return new Address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 80), family);
    }

    private record Written(Arguments arguments, String... words) {}

    private static Stream<Written> all() throws UnknownHostException {
        InetAddress four = InetAddress.getByName("239.1.2.3");
        InetAddress six = InetAddress.getByName("ff02::77");
        return Stream.of(
                new Written(None.NONE),
                new Written(new Kind(Family.AF_INET6, "SOCK_DGRAM"), "AF_INET6", "SOCK_DGRAM", "0"),
                new Written(address(Family.AF_INET), "127.0.0.1:80"),
                new Written(address(Family.AF_INET6), "[::ffff:127.0.0.1]:80"),
                new Written(new Address(null, Family.AF_INET), "NULL"),
                new Written(new Backlog(5), "5"),
                new Written(new Message(HI, 9, Flag.NONE, null), HI, "9", "0"),
                new Written(new Message(HI, 2, Flag.MSG_OOB, null), HI, "2", "MSG_OOB"),
                new Written(new Message(HI, 2, Flag.NONE, address(Family.AF_INET)), HI, "2", "0", "127.0.0.1:80"),
                new Written(new Message(HI, 2, Flag.NONE, new Address(null, Family.AF_INET)), HI, "2", "0", "NULL"),
                new Written(new Messages(HI, 1), HI, "1 messages", "0"),
                new Written(new Room(9, Flag.NONE), "9"),
                new Written(new Room(9, Flag.MSG_WAITALL), "9", "MSG_WAITALL"),
                new Written(new Half(Direction.BOTH), "SHUT_RDWR"),
                new Written(new Option("SO_\u001b", "\n1"), "SO_\\x1b", "\\n1"),
                new Written(new Membership(true, four, "lo"), "IP_ADD_MEMBERSHIP", "239.1.2.3%lo"),
                new Written(new Membership(false, six, "e\u001b"), "IPV6_DROP_MEMBERSHIP", "ff02::77%e\\x1b"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void areWrittenAsStraceWritesThem(Written written) {
        assertThat(written.arguments().words()).containsExactly(written.words());
    }
}
