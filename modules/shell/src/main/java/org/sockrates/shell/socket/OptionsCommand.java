package org.sockrates.shell.socket;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.channel.ChannelOptions;

@Parameters(commandDescription = "shows a socket's options, or sets one by its real name")
@Manual(
        text = {
            "A value is a whole number, on, or off. Linux doubles SO_RCVBUF and SO_SNDBUF for its own",
            "book-keeping, and ss shows the double; Java halves what it reads, so here stands what was set,",
            "or half of the kernel's default."
        },
        example = {"options", "options alice SO_RCVBUF", "options . SO_REUSEADDR on", "options TCP_NODELAY on"},
        see = "setsockopt(2), socket(7), tcp(7)")
final class OptionsCommand implements Command {
    @Parameter(description = "[SOCKET] [OPTION] [on|off|N]")
    private List<Word> words = new ArrayList<>();

    @Override
    public Proof proof(List<String> behind) {
        boolean shows =
                behind.size() < 2 || (behind.size() == 2 && behind.get(1).matches("(?i)(SO|IP|TCP)_\\w+"));
        return shows ? Proof.BY_WHAT_IT_SHOWS : Proof.OF_ITSELF;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("options", words, session);
        OpenSocket socket = operands.socket(0, 2);
        if (!operands.more()) {
            return shown(socket.options());
        }
        String typed = operands.next("OPTION").text();
        if (!operands.more()) {
            return shown(one(typed, socket.options()));
        }
        String name = typed.toUpperCase(Locale.ROOT);
        String value = operands.next("VALUE").text();
        operands.end();
        if (name.equals(Outside.GROUPS_LEAVE_BY)) {
            refuseOutside(session, value);
        }
        return Calling.make(
                session, job, socket, Call.SETSOCKOPT, () -> socket.socket().option(name, value));
    }

    private static void refuseOutside(Session session, String named) throws IOException {
        NetworkInterface by = NetworkInterface.getByName(named);
        if (by != null) { // else the call says so
            Outside.refuse("options", session, by);
        }
    }

    private static Map<String, String> one(String typed, Map<String, String> all) {
        String name = typed.toUpperCase(Locale.ROOT);
        String value = all.get(name);
        if (value == null) {
            String expected = ChannelOptions.meant(name, all.keySet())
                    .map(known -> known + "?")
                    .orElse(String.join(" ", all.keySet()));
            throw new UsageException("options", typed, expected);
        }
        return Map.of(name, value);
    }

    private static Reply shown(Map<String, String> options) {
        int width = options.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = options.entrySet().stream()
                .map(option -> Columns.cell(option.getKey(), width + 2) + option.getValue())
                .toList();
        return Reply.of(lines, options);
    }
}
