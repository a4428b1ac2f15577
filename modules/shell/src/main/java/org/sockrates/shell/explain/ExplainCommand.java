package org.sockrates.shell.explain;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.link.fault.Fault;
import org.sockrates.link.rule.Rule;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "says what an errno or another word means, and what to do")
@Manual(
        text = {
            "Of an errno, by name, by Linux's number or by what it says: what it means on TCP and on UDP. Of",
            "a socket option, an address, a word of C's calls, a figure or a setting that  tcp  shows, a word",
            "in  status ,  ladder  or the labs, flags or a label that  capture read  shows, or a word of the",
            "textbooks: what it is, and what it tells. Also all that  why  knows."
        },
        example = {
            "explain ECONNREFUSED",
            "explain connection refused",
            "explain CLOSE-WAIT",
            "explain SO_LINGER",
            "explain slow start",
            "explain"
        },
        see = "errno(3)")
final class ExplainCommand implements Command {
    /** The words of what spoils, by the command whose page tells of them. */
    private static final Map<String, List<String>> SPOILERS = Map.of(
            "link", with(Rule.SEQUENCE, "upstream", "downstream", "netem", "qdisc"),
            "fault", with(Fault.SEQUENCE, "toxicity", "toxic", "toxiproxy"));

    /** In a shorter word two other letters make another word. */
    private static final int LONG = 8;

    /** What Python raises in place of an errno, and what comes with one in C. */
    private static final Map<String, String> RAISED = Map.of(
            "BLOCKINGIOERROR", "EAGAIN",
            "BROKENPIPEERROR", "EPIPE",
            "CONNECTIONABORTEDERROR", "ECONNABORTED",
            "CONNECTIONREFUSEDERROR", "ECONNREFUSED",
            "CONNECTIONRESETERROR", "ECONNRESET",
            "INTERRUPTEDERROR", "EINTR",
            "PERMISSIONERROR", "EACCES",
            "SIGPIPE", "EPIPE",
            "MSG_NOSIGNAL", "EPIPE");

    @Parameter(description = "[ERRNO|TERM…]")
    private List<Word> words = new ArrayList<>();

    private final LineInterpreter interpreter;

    ExplainCommand(LineInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public Reply run(Session session, Job job) {
        Operands operands = new Operands("explain", words, session);
        if (!operands.more()) {
            return all();
        }
        String word = operands.restText("ERRNO");
        Optional<List<String>> term = Glossary.of(word);
        return term.isPresent() ? term(word, term.get()) : errno(named(word));
    }

    private static Reply errno(ErrnoPage page) {
        return Reply.of(page.folded(), page.json());
    }

    private Reply term(String word, List<String> page) {
        List<String> told = new ArrayList<>(page);
        command(word)
                .filter(help -> page.stream().noneMatch(line -> line.contains(help)))
                .ifPresent(help -> told.add("of the command:  " + help));
        List<String> lines = new ArrayList<>(Fold.line(told.get(0)));
        told.subList(1, told.size()).forEach(paragraph -> lines.addAll(Fold.hanging("  ", paragraph)));
        return Reply.of(lines, Json.object("term", word, "lines", told));
    }

    private static Reply all() {
        List<Object> json = new ArrayList<>();
        ErrnoPage.all().forEach(page -> json.add(Json.object("errno", page.name(), "text", page.text())));
        Glossary.words().forEach(word -> json.add(Json.object("term", word)));
        List<String> lines = new ArrayList<>();
        lines.addAll(names("errnos:  ", ErrnoPage.ours()));
        lines.addAll(names("met elsewhere:  ", ErrnoPage.elsewhere()));
        Glossary.chapters()
                .forEach((chapter, words) ->
                        lines.addAll(Fold.hanging("and of  " + chapter + ":  ", String.join(", ", words))));
        lines.add("and all that  why *  lists, flags like  S. , and what an errno says:");
        lines.add("  explain connection refused");
        return Reply.of(lines, json);
    }

    private static List<String> names(String heading, List<ErrnoPage> pages) {
        return Fold.hanging(
                heading, String.join(" ", pages.stream().map(ErrnoPage::name).toList()));
    }

    /** How to ask for a command of that name. */
    private Optional<String> command(String word) {
        return interpreter.registry().entries().stream()
                .filter(entry -> entry.word().equalsIgnoreCase(word))
                .findFirst()
                .map(entry -> "help " + entry.word());
    }

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }

    private ErrnoPage named(String text) {
        String typed = text.toUpperCase(Locale.ROOT);
        String wanted = RAISED.getOrDefault(typed, typed);
        return ErrnoPage.all().stream()
                .filter(page -> page.name().equals(wanted)
                        || Integer.toString(page.number()).equals(wanted)
                        || page.text().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new UsageException("explain", text, expected(text, wanted)));
    }

    private String expected(String text, String wanted) {
        Optional<String> command = command(text);
        if (command.isPresent()) {
            return "an errno or another word; of the command:  " + command.get();
        }
        for (Map.Entry<String, List<String>> words : SPOILERS.entrySet()) {
            if (words.getValue().contains(text.toLowerCase(Locale.ROOT))) {
                return "an errno or another word; it is one of a " + words.getKey() + ":  help " + words.getKey();
            }
        }
        return NearestWord.of(wanted, ErrnoPage.names())
                .or(() -> NearestWord.within(text.length() < LONG ? 1 : 2, text, Glossary.known()))
                .map(word -> word + "?")
                .orElse("an errno or another word that explain lists");
    }
}
