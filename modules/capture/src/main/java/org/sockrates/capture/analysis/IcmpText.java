package org.sockrates.capture.analysis;

import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.IcmpMessage;

/** What an ICMP message says, in tcpdump's words. */
public final class IcmpText {
    private IcmpText() {}

    /** {@code ICMP 10.77.0.2 udp port 9 unreachable, length 36}. */
    public static String of(IcmpMessage message) {
        String family = message.version() == 4 ? "ICMP " : "ICMP6, ";
        return family + what(message) + ", length " + message.messageBytes();
    }

    /** Short enough for an arrow: {@code ICMP port unreachable}. */
    public static String brief(IcmpMessage message) {
        if (message.saysPortUnreachable()) {
            return "ICMP port unreachable";
        }
        return "ICMP " + (message.version() == 4 ? four(message) : six(message));
    }

    private static String what(IcmpMessage message) {
        if (message.saysPortUnreachable() && message.about().isPresent()) {
            IcmpMessage.Quoted about = message.about().get();
            String protocol = PacketLine.name(about.protocol()).orElse("protocol " + about.protocol());
            return Flow.host(about.flow().destination()) + " " + protocol + " port "
                    + about.flow().destination().getPort() + " unreachable";
        }
        return message.version() == 4 ? four(message) : six(message);
    }

    private static String four(IcmpMessage message) {
        return switch (message.type()) {
            case 0 -> "echo reply";
            case 3 -> "unreachable, code " + message.code();
            case 8 -> "echo request";
            case 11 -> "time exceeded in-transit";
            default -> "type-" + message.type() + " code " + message.code();
        };
    }

    private static String six(IcmpMessage message) {
        return switch (message.type()) {
            case 1 -> "destination unreachable, code " + message.code();
            case 2 -> "packet too big";
            case 3 -> "time exceeded in-transit";
            case 128 -> "echo request";
            case 129 -> "echo reply";
            case 133 -> "router solicitation";
            case 134 -> "router advertisement";
            case 135 -> "neighbor solicitation";
            case 136 -> "neighbor advertisement";
            case 143 -> "multicast listener report v2";
            default -> "type-" + message.type() + " code " + message.code();
        };
    }
}
