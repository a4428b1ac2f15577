package org.sockrates.shell.look;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.conversation.ActorEvent;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.capture.step.Ladders;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.DrawingOptions;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.BadDescriptorException;
import org.sockrates.shell.session.JournalEntry;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.text.LadderJson;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Traits;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.WholeText;

@Parameters(commandDescription = "draws a conversation: both ends side by side, time downwards")
@Manual(
        text = {
            "The last conversation, or the last of SOCKET, or the one of a number in  ladder --list ,",
            "since a closed socket has no name. It shows calls, and what a link between the ends",
            "did to messages. On the wire it shows every segment, and the states of both ends",
            "as segments tell them; elsewhere it is no capture, and claims no segment. Where a link",
            "can read numbered packets (rdt-sw, rdt-gbn, rdt-sr) it shows these, in brackets what a",
            "sender waits for, when it starts and stops its timer and when that rang, and what a",
            "receiver takes next and keeps: worked out from the packets that passed. Of a segment S is",
            "SYN, F FIN, R RST, P PSH, U URG, E ECE, W CWR, e AE, and the dot ACK:  explain SYN . Times,",
            "in ms, count from the conversation's first row; one on an arrow says how long that was under way.",
            "With --words it is a sentence a row, with the flags' names, and nothing is meant by where it",
            "stands. The session keeps 10,000 events; of older calls no ladder tells, and says so."
        },
        example = {"ladder", "ladder alice", "ladder --list", "ladder --nth 1", "ladder --all --words"})
final class LadderCommand implements Command {
    private static final int MOST = 1_000_000;

    @Parameter(description = "[SOCKET]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--all", description = "all conversations, one after the other")
    private boolean all;

    @Parameter(names = "--list", description = "only their titles, numbered")
    private boolean list;

    @Parameter(names = "--nth", placeholder = "N", description = "the one of this number in the list")
    private @Nullable Integer nth;

    @ParametersDelegate
    private DrawingOptions drawing = new DrawingOptions();

    @Parameter(names = "--segments", description = "only what crossed, without calls")
    private boolean segments;

    @Parameter(names = "--timeless", description = "without the column of times")
    private boolean timeless;

    @Parameter(names = "--mermaid", description = "as a Mermaid sequence diagram, for a page")
    private boolean mermaid;

    @Parameter(names = "--width", placeholder = "N", description = "columns, from 60 on (the terminal's, 60 to 120)")
    private @Nullable String width;

    @Parameter(
            names = "--rows",
            placeholder = "N",
            description = "at most so many; of more, the middle is left out (200)")
    private @Nullable String rows;

    /** A ladder and its number among all of the session. */
    private record Numbered(int number, Ladder ladder) {}

    /**
     * Whose conversations are meant.
     *
     * @param open whether the socket is; one that is closed has no name any more
     */
    private record Whose(int socket, String label, boolean open) {}

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("ladder", words, session);
        Optional<Whose> whose = operands.more() ? Optional.of(whose(operands)) : Optional.empty();
        operands.end();
        if (nth != null && (whose.isPresent() || all || list)) {
            String other = whose.isPresent() ? "SOCKET" : all ? "--all" : "--list";
            throw new UsageException("ladder: --nth with " + other + " (expected: one of them)");
        }
        if (mermaid && drawing.words()) {
            throw new UsageException("ladder: --mermaid with --words (expected: one of them)");
        }
        Patience patience = Patience.until("ladder", job::cancelled);
        List<JournalEntry> kept = session.journal().entries();
        List<Ladder> known = ladders(session, kept, !segments, patience);
        Optional<Forgotten> forgotten = Forgotten.before(kept, session);
        List<Numbered> ladders = chosen(known, whose, forgotten);
        LadderStyle style = session.defaults().ladder();
        style = sized(style);
        style = style.with(drawing.drawing("ladder", session.defaults()));
        style = timeless ? style.timeless() : style;
        return reply(ladders, style, forgotten, patience);
    }

    @Override
    public void foresee() {
        sized(LadderStyle.USUAL);
    }

    private LadderStyle sized(LadderStyle usual) {
        LadderStyle wide = width == null ? usual : usual.withWidth(many("--width", width, LadderStyle.LEAST_WIDTH));
        return rows == null ? wide : wide.withMostRows(many("--rows", rows, LadderStyle.LEAST_ROWS));
    }

    private static int many(String option, String typed, int least) {
        return WholeText.parse("ladder: " + option, typed, least, MOST);
    }

    private static List<Ladder> ladders(Session session, List<JournalEntry> kept, boolean calls, Patience patience)
            throws IOException {
        List<ActorEvent> events =
                kept.stream().map(entry -> event(entry, session)).toList();
        List<PassedMessage> passed = new ArrayList<>(session.passed().messages());
        passed.addAll(session.place().passed());
        return Ladders.all(events, passed, session.place().traffic(), session.sockets()::nameOf, calls, patience);
    }

    private static ActorEvent event(JournalEntry entry, Session session) {
        Traits traits = session.unobserved("ladder", entry.event().transport()).traits();
        String actor = entry.actor().equals(Session.SELF) ? "" : entry.actor();
        return new ActorEvent(actor, traits.connectionOriented(), KernelProtocol.of(traits), entry.event());
    }

    private static Whose whose(Operands operands) throws IOException {
        try {
            OpenSocket open = operands.socket(0, 0);
            return new Whose(open.number(), open.label(), true);
        } catch (BadDescriptorException closed) {
            return new Whose(closed.number(), "socket " + closed.number(), false);
        }
    }

    private static String none(Optional<Whose> whose, Optional<Forgotten> forgotten) {
        boolean closed = whose.isPresent() && !whose.get().open();
        return whose.map(one -> one.label() + ": ").orElse("")
                + (closed
                        ? "no conversation of it (expected: one of  ladder --list )"
                        : "no conversation " + (forgotten.isPresent() ? "known" : "yet")
                                + " (expected: one; connect, or sendto)")
                + forgotten.map(much -> "; " + much.text()).orElse("");
    }

    private List<Numbered> chosen(List<Ladder> ladders, Optional<Whose> whose, Optional<Forgotten> forgotten) {
        List<Numbered> mine = new ArrayList<>();
        int number = 0;
        for (Ladder ladder : ladders) {
            number++;
            if (whose.isEmpty() || ladder.involves("", whose.get().socket())) {
                mine.add(new Numbered(number, ladder));
            }
        }
        if (mine.isEmpty()) {
            throw new UsageException("ladder: " + none(whose, forgotten));
        }
        if (nth != null && nth > mine.size()) {
            String known = mine.size() == 1 ? "1" : "1 to " + mine.size();
            throw new UsageException("ladder: --nth", nth.toString(), known + "; see  ladder --list");
        }
        int last = nth != null ? nth : last(mine.stream().map(Numbered::ladder).toList());
        return all || list ? mine : mine.subList(last - 1, last);
    }

    /** Which is the last, counted from 1: not that of a stranger who spoke in between. */
    private static int last(List<Ladder> ladders) {
        int last = ladders.size();
        while (last > 1 && ladders.get(last - 1).interrupts(ladders.subList(0, last - 1))) {
            last--;
        }
        return last;
    }

    private Reply reply(List<Numbered> ladders, LadderStyle style, Optional<Forgotten> forgotten, Patience patience) {
        String dots = style.drawing().isUnicode() ? "… " : "... ";
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        for (Numbered each : ladders) {
            patience.ask();
            Ladder ladder = each.ladder();
            Optional<Forgotten> missing = forgotten.filter(much -> much.cuts(ladder));
            List<String> drawn = mermaid ? ladder.mermaid(style.times()) : ladder.render(style);
            Map<String, @Nullable Object> told = Json.object("number", each.number());
            told.put("whole", missing.isEmpty()); // no call of it is forgotten
            told.putAll(LadderJson.of(ladder));
            told.put("lines", drawn);
            json.add(told);
            if (list) {
                lines.addAll(Fold.hanging(each.number() + ": ", "   ", ladder.title()));
            } else {
                lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
                missing.ifPresent(much -> lines.add((mermaid ? "%% " : dots) + much.text()));
                lines.addAll(drawn);
            }
        }
        forgotten.filter(much -> list).ifPresent(much -> lines.add(dots + much.text()));
        return Reply.of(lines, json);
    }
}
