package org.sockrates.shell.tcp;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "switches TCP's inventions, one by one or by profile")
@Manual(
        text = {
            "settings              each setting, what it does, what textbook makes of it",
            "set SETTING VALUE     one of them:  tcp set sack off",
            "profile textbook      reno, without what came after it: SACK, RACK, tail probe, …",
            "profile shipped       as this kernel came",
            "Set only on the wire, whose settings are its own: nothing else on this machine changes,",
            "and when the session ends they are what they were. They hold for sockets opened from then",
            "on, some at once."
        },
        example = {"tcp settings", "tcp profile textbook", "tcp set rto-min 300ms", "tcp set congestion reno"},
        see = "tcp(7)")
final class TcpCommand implements Command {
    private static final List<String> VERBS = List.of("settings", "set", "profile");

    @Parameter(
            description = "settings|set|profile [SETTING|PROFILE] [on|off|CONTROL|VALUE]",
            converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    private final WireAccess wire;

    TcpCommand(WireAccess wire) {
        this.wire = wire;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("tcp", words, session);
        String verb = operands.more() ? operands.next("VERB").text() : "settings";
        return switch (verb) {
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
            default -> throw new UsageException("tcp", verb, NearestWord.expected(verb, VERBS));
        };
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
