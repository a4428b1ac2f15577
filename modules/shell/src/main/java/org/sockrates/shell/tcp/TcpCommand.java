package org.sockrates.shell.tcp;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.chart.WidthValue;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "what the kernel knows of TCP connections, drawn; TCP's settings")
@Manual(
        text = {
            "show [SOCKET]         each connection now: cwnd, ssthresh, in flight, rtt, rto; or one of them",
            "watch [SOCKET]        asks again and again, beside the prompt, until it is closed or  stop",
            "plot [SOCKET]         draws what a watch saw: cwnd and ssthresh, round trips, retransmissions",
            "settings              each setting, what it does, what textbook makes of it",
            "set SETTING VALUE     one of them:  tcp set sack off",
            "profile textbook      reno, without what came after it: SACK, RACK, tail probe, …",
            "profile shipped       as this kernel came",
            "show, watch and plot are for every path, on Linux. Set only on the wire, whose settings",
            "are its own: nothing else on this machine changes, and when the session ends they are",
            "what they were. They hold for sockets opened from then on, some at once."
        },
        verbs = {
            "[show] [SOCKET]",
            "watch [SOCKET] [--every] [--for]",
            "plot [SOCKET] [--all] [--ascii] [--width]",
            "settings",
            "set SETTING on|off|CONTROL|VALUE",
            "profile PROFILE"
        },
        example = {
            "tcp show alice",
            "tcp watch alice",
            "tcp plot alice",
            "tcp profile textbook",
            "tcp set rto-min 300ms",
            "tcp set congestion reno"
        },
        see = "tcp(7), ss(8) -i, RFC 5681, RFC 6298")
final class TcpCommand implements Command {
    @Parameter(description = "show|watch|plot|settings|set|profile [SOCKET|SETTING|PROFILE] [on|off|CONTROL|VALUE]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--every", placeholder = "TIME", description = "for watch: from one sample to the next (2ms)")
    private @Nullable Duration every;

    @Parameter(names = "--for", placeholder = "TIME", description = "for watch: when it ends by itself (10min)")
    private @Nullable Duration longest;

    @Parameter(names = "--all", description = "for plot: also while nothing was in flight")
    private boolean all;

    @Parameter(names = "--ascii", description = "for plot: plain ASCII instead of dots")
    private boolean ascii;

    @Parameter(
            names = "--width",
            placeholder = "N",
            description = "for plot: columns, 40 to 500 (the terminal's, or 80)",
            converter = WidthValue.class)
    private @Nullable Integer width;

    private final Watches watches;
    private final WireAccess wire;

    TcpCommand(Watches watches, WireAccess wire) {
        this.watches = watches;
        this.wire = wire;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("tcp", words, session);
        String verb = operands.nextOr("show");
        return switch (verb) {
            case "show" -> operands.more() ? ShowReply.of(KernelConnections.one(socket(operands))) : shown(session);
            case "watch" -> watch(socket(operands), job);
            case "plot" -> plot(session, operands);
            case "settings" -> {
                operands.end();
                yield SettingsTable.of(session);
            }
            case "set" -> set(session, operands);
            case "profile" -> {
                String profile = operands.next("textbook or shipped").text();
                operands.end();
                yield new Tuning(session, wire).profile(profile);
            }
            default -> throw NearestWord.unknown("tcp", verb, verbs());
        };
    }

    private static OpenSocket socket(Operands operands) throws IOException {
        OpenSocket socket = operands.socket(0, 0);
        operands.end();
        return socket;
    }

    private static Reply shown(Session session) throws IOException {
        return ShowReply.of(KernelConnections.all(session));
    }

    private Reply watch(OpenSocket socket, Job job) throws IOException {
        return watches.begin(
                socket, every == null ? Watch.EVERY : every, longest == null ? Watch.LONGEST : longest, job);
    }

    /** The socket may be closed by now: its name is enough. */
    private Reply plot(Session session, Operands operands) {
        String word = operands.nextOr("");
        operands.end();
        String meant = word.equals(".")
                ? session.sockets().current().map(OpenSocket::word).orElse(word)
                : word;
        return watches.plot(meant, all, ascii, width);
    }

    private Reply set(Session session, Operands operands) throws IOException {
        if (!operands.more()) {
            return SettingsTable.of(session);
        }
        String setting = operands.next("SETTING").text();
        if (!operands.more()) {
            return SettingsTable.of(session, setting);
        }
        String value = operands.next("VALUE").text();
        operands.end();
        return new Tuning(session, wire).set(setting, value);
    }
}
