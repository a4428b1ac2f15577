package org.sockrates.shell.look;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.ActorEvent;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.capture.Ladder;
import org.sockrates.capture.LadderStyle;
import org.sockrates.capture.PassedMessage;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.value.CountValue;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.JournalEntry;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Traits;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "draws a conversation: both ends side by side, time downwards")
@Manual(
        text = {
            "The last conversation, or the one of SOCKET. It shows calls, and what a link between",
            "the ends did to messages. On the wire it shows every segment, and the states of both ends",
            "as segments tell them; elsewhere it is no capture, and claims no segment. Where a link",
            "can read numbered packets (rdt-sw, rdt-gbn, rdt-sr) it shows these, in brackets what a",
            "sender waits for, when it starts and stops its timer and when that rang, and what a",
            "receiver takes next and keeps: worked out from the packets that passed. Of a segment S is",
            "SYN, F FIN, R RST, P PSH, U URG, E ECE, W CWR, and the dot ACK:  explain SYN . Times, in ms,",
            "count from the conversation's first row; one on an arrow says how long that was under way."
        },
        example = {"ladder", "ladder alice", "ladder --list", "ladder --all --ascii"})
final class LadderCommand implements Command {
    @Parameter(description = "[SOCKET]", converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--all", description = "all conversations, one after the other")
    private boolean all;

    @Parameter(names = "--list", description = "only their titles")
    private boolean list;

    @Parameter(names = "--ascii", description = "plain ASCII instead of box drawing")
    private boolean ascii;

    @Parameter(names = "--segments", description = "only what crossed, without calls")
    private boolean segments;

    @Parameter(names = "--timeless", description = "without the column of times")
    private boolean timeless;

    @Parameter(names = "--mermaid", description = "as a Mermaid sequence diagram, for a page")
    private boolean mermaid;

    @Parameter(
            names = "--width",
            placeholder = "N",
            description = "columns, from 60 on (the terminal's, 60 to 120)",
            converter = CountValue.class)
    private @Nullable Integer width;

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("ladder", words, session);
        Optional<OpenSocket> socket = operands.more() ? Optional.of(operands.socket(0, 0)) : Optional.empty();
        operands.end();
        List<Ladder> ladders = chosen(ladders(session, !segments), socket);
        LadderStyle style = session.defaults().ladder();
        style = width == null ? style : style.withWidth(width);
        style = ascii ? style.ascii() : style;
        style = timeless ? style.timeless() : style;
        return reply(ladders, style);
    }

    private static List<Ladder> ladders(Session session, boolean calls) throws IOException {
        List<ActorEvent> events = session.journal().entries().stream()
                .map(entry -> event(entry, session))
                .toList();
        List<PassedMessage> passed = new ArrayList<>(session.passed().messages());
        passed.addAll(session.place().passed());
        return Ladder.all(events, passed, session.place().traffic(), session.sockets()::nameOf, calls);
    }

    private static ActorEvent event(JournalEntry entry, Session session) {
        Traits traits = session.unobserved("ladder", entry.event().transport()).traits();
        String actor = entry.actor().equals(Session.SELF) ? "" : entry.actor();
        return new ActorEvent(actor, !traits.keepsBoundaries(), KernelProtocol.of(traits), entry.event());
    }

    private List<Ladder> chosen(List<Ladder> ladders, Optional<OpenSocket> socket) {
        List<Ladder> mine = ladders.stream()
                .filter(ladder ->
                        socket.isEmpty() || ladder.involves("", socket.get().number()))
                .toList();
        if (mine.isEmpty()) {
            String whose = socket.map(open -> open.label() + ": ").orElse("");
            throw new UsageException("ladder: " + whose + "no conversation yet (expected: one; connect, or sendto)");
        }
        int last = mine.size() - 1;
        while (last > 0 && mine.get(last).interrupts(mine.subList(0, last))) {
            last--;
        }
        return all || list ? mine : mine.subList(last, last + 1);
    }

    private Reply reply(List<Ladder> ladders, LadderStyle style) {
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        for (Ladder ladder : ladders) {
            List<String> drawn = mermaid ? ladder.mermaid(style.times()) : ladder.render(style);
            json.add(LadderJson.of(ladder, drawn));
            if (list) {
                lines.addAll(Fold.hanging("", "  ", ladder.title()));
            } else {
                lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
                lines.addAll(drawn);
            }
        }
        return Reply.of(lines, json, ExitStatus.OK);
    }
}
