package org.sockrates.capture.analysis;

import java.net.InetSocketAddress;
import java.util.List;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.IcmpMessage;
import org.sockrates.capture.packet.IcmpMessage.Quoted;

/**
 * What an ICMP message says, in tcpdump's words (RFC 792, RFC 1812 §5.2.7, RFC 4443). Ours are: a code without a name,
 * {@code code 16}, always with the length behind it; ICMPv6's reassembly timeout, which tcpdump calls one in transit, too; and
 * that of ICMPv6 neither the source that is beyond its scope is told, nor whose time was exceeded.
 */
public final class IcmpText {
    /** By their codes. Of the packet it is about, {@code @} is the destination, {@code #} the protocol, {@code &} the port. */
    private static final List<String> UNREACHABLE = List.of(
            "net @ unreachable",
            "host @ unreachable",
            "@ protocol # unreachable",
            "@ & unreachable",
            "@ unreachable - need to frag",
            "@ unreachable - source route failed",
            "net @ unreachable - unknown",
            "host @ unreachable - unknown",
            "@ unreachable - source host isolated",
            "net @ unreachable - admin prohibited",
            "host @ unreachable - admin prohibited",
            "net @ unreachable - tos prohibited",
            "host @ unreachable - tos prohibited",
            "host @ unreachable - admin prohibited filter",
            "host @ unreachable - host precedence violation",
            "host @ unreachable - precedence cutoff");

    private static final List<String> UNREACHABLE_OVER_SIX = List.of(
            "unreachable route @",
            "unreachable prohibited @",
            "beyond scope @",
            "unreachable address @",
            "unreachable port, @ &");

    private static final List<String> REDIRECT =
            List.of("redirect @ to net ", "redirect @ to host ", "redirect-tos @ to net ", "redirect-tos @ to host ");

    private static final List<String> PROBLEM_OVER_SIX =
            List.of("erroneous", "next header", "option", "incomplete header chain");

    private static final int NEED_TO_FRAGMENT = 4;

    private IcmpText() {}

    /** {@code ICMP 10.77.0.2 udp port 9 unreachable, length 36}. */
    public static String of(IcmpMessage message) {
        String family = message.version() == 4 ? "ICMP " : "ICMP6, ";
        String what = what(message);
        return family + message.about().map(about -> filled(what, about)).orElse(bare(what)) + ", length "
                + message.messageBytes();
    }

    /** Short enough for an arrow, without an address: {@code ICMP port unreachable}, {@code ICMP need to frag (mtu 1280)}. */
    public static String brief(IcmpMessage message) {
        return message.saysPortUnreachable()
                ? "ICMP port unreachable"
                : "ICMP " + bare(what(message)).replaceFirst("^(destination unreachable, |unreachable - )(?!code)", "");
    }

    private static String what(IcmpMessage message) {
        return message.version() == 4 ? four(message) : six(message);
    }

    private static String filled(String what, Quoted about) {
        InetSocketAddress to = about.flow().destination();
        String protocol = PacketLine.name(about.protocol()).orElse("protocol " + about.protocol());
        return what.replace("@", Flow.host(to))
                .replace("#", String.valueOf(about.protocol()))
                .replace("&", protocol + " port " + to.getPort());
    }

    /** Where nothing is known of the packet it is about. */
    private static String bare(String what) {
        return what.replace(", @ &", "")
                .replace("@ &", "port")
                .replace(" #", "")
                .replace("@ ", "")
                .replace(" @", "");
    }

    private static String four(IcmpMessage message) {
        int code = message.code();
        return switch (message.type()) {
            case 0 -> "echo reply";
            case 3 -> coded(UNREACHABLE, code, "@ unreachable - code " + code) + mtu(message);
            case 4 -> "source quench";
            case 5 -> coded(REDIRECT, code, "redirect-" + code + " @ to ") + dotted(message.word());
            case 8 -> "echo request";
            case 11 -> exceeded(code);
            case 12 -> "parameter problem - " + (code == 0 ? "octet " + (message.word() >>> 24) : "code " + code);
            default -> "type-" + message.type() + " code " + code;
        };
    }

    private static String six(IcmpMessage message) {
        int code = message.code();
        String word = Integer.toUnsignedString(message.word());
        return switch (message.type()) {
            case 1 -> "destination unreachable, " + coded(UNREACHABLE_OVER_SIX, code, "code " + code);
            case 2 -> "packet too big, mtu " + word;
            case 3 -> exceeded(code);
            case 4 -> "parameter problem, " + coded(PROBLEM_OVER_SIX, code, "code " + code) + " - octet " + word;
            case 128 -> "echo request";
            case 129 -> "echo reply";
            case 133 -> "router solicitation";
            case 134 -> "router advertisement";
            case 135 -> "neighbor solicitation";
            case 136 -> "neighbor advertisement";
            case 143 -> "multicast listener report v2";
            default -> "type-" + message.type() + " code " + code;
        };
    }

    private static String coded(List<String> texts, int code, String other) {
        return code < texts.size() ? texts.get(code) : other;
    }

    /** A router tells it since RFC 1191; 0 where it does not. */
    private static String mtu(IcmpMessage message) {
        int mtu = message.word() & 0xffff;
        return message.code() == NEED_TO_FRAGMENT && mtu > 0 ? " (mtu " + mtu + ")" : "";
    }

    private static String exceeded(int code) {
        return switch (code) {
            case 0 -> "time exceeded in-transit";
            case 1 -> "ip reassembly time exceeded";
            default -> "time exceeded, code " + code;
        };
    }

    private static String dotted(int address) {
        return (address >>> 24) + "." + (address >> 16 & 0xff) + "." + (address >> 8 & 0xff) + "." + (address & 0xff);
    }
}
