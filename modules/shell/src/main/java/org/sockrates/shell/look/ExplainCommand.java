package org.sockrates.shell.look;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "says what an errno or another word means, and what to do")
@Manual(
        text = {
            "Of an errno, by name or by Linux's number: what it means on TCP and on UDP. Of a socket",
            "option, a figure or a setting that  tcp  shows, a word in  status ,  ladder  or the labs, a",
            "label that  capture read  shows: what it is, and what it tells. Also all that  why  knows."
        },
        example = {"explain ECONNREFUSED", "explain 111", "explain CLOSE-WAIT", "explain SO_LINGER", "explain"},
        see = "errno(3)")
final class ExplainCommand implements Command {
    @Parameter(description = "[ERRNO|TERM…]", converter = WordValue.class)
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
        String word = operands.rest("ERRNO").stream().map(Word::text).collect(Collectors.joining(" "));
        Optional<List<String>> term = Glossary.of(word);
        return term.isPresent() ? term(word, term.get()) : errno(named(word));
    }

    private static Reply errno(ErrnoPage page) {
        return Reply.of(page.folded(), page.json(), ExitStatus.OK);
    }

    private static Reply term(String word, List<String> told) {
        List<String> lines = new ArrayList<>(Fold.hanging("", "  ", told.get(0)));
        told.subList(1, told.size()).forEach(paragraph -> lines.addAll(Fold.hanging("  ", paragraph)));
        return Reply.of(lines, Json.object("term", word, "lines", told), ExitStatus.OK);
    }

    private static Reply all() {
        Columns table = new Columns("", "");
        List<Object> json = new ArrayList<>();
        ErrnoPage.ours().forEach(page -> table.row(page.name(), page.text()));
        ErrnoPage.all().forEach(page -> json.add(Json.object("errno", page.name(), "text", page.text())));
        Glossary.words().forEach(word -> json.add(Json.object("term", word)));
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(Fold.hanging(
                "met elsewhere:  ",
                String.join(
                        " ", ErrnoPage.elsewhere().stream().map(ErrnoPage::name).toList())));
        Glossary.chapters()
                .forEach((chapter, words) ->
                        lines.addAll(Fold.hanging("and of  " + chapter + ":  ", String.join(", ", words))));
        lines.add("and all that  why *  lists");
        return Reply.of(lines, json, ExitStatus.OK);
    }

    private ErrnoPage named(String text) {
        String wanted = text.toUpperCase(Locale.ROOT);
        return ErrnoPage.all().stream()
                .filter(page -> page.name().equals(wanted)
                        || Integer.toString(page.number()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UsageException("explain", text, expected(text, wanted)));
    }

    private String expected(String text, String wanted) {
        if (interpreter.registry().entries().stream()
                .anyMatch(entry -> entry.word().equals(text))) {
            return "an errno or another word; of the command:  help " + text;
        }
        String otherwise = NearestWord.expected(text, Glossary.words(), "an errno or another word that explain lists");
        return NearestWord.expected(wanted, ErrnoPage.names(), otherwise);
    }
}
