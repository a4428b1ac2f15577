package org.sockrates.shell.learn;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.LabFolder;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.lint.Finding;
import org.sockrates.lab.lint.LabLinter;
import org.sockrates.lab.lint.Proof;
import org.sockrates.link.LinkSpec;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Meaning;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Reach;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.Traits;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "lists the labs of the course, or reads labs as a teacher would")
@Manual(
        text = {
            "Each is a question; in brackets what it needs. Begin one with lab start and its number. review runs",
            "nothing: it says what a lab would be better with, a hint, a prediction, a line that must come; whether",
            "the lab holds, run says. Status: 0 nothing is missing, 1 something is, 3 a bad file."
        },
        verbs = "review LAB…",
        example = {"labs", "lab start 03", "labs review my.lab"},
        see = "docs/lab-format.md")
final class LabsCommand implements Command {
    private final LabLibrary library;
    private final LineInterpreter interpreter;

    @Parameter(description = "[review]")
    private List<Word> words = new ArrayList<>();

    LabsCommand(LabLibrary library, LineInterpreter interpreter) {
        this.library = library;
        this.interpreter = interpreter;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("labs", words, session);
        if (operands.nextIf("review"::equals).isPresent()) {
            return review(
                    session,
                    library.reaching(Reach.ANY_MACHINE) // nothing is run
                            .find("labs", session.files(job), operands.rest("LAB…")));
        }
        if (operands.more()) {
            String typed = operands.next("review").text();
            throw new UsageException(
                    "labs", typed, NearestWord.expected(typed, List.of("review"), "nothing more; see  help labs"));
        }
        List<LabDocument> labs = library.course();
        List<String> lines = new ArrayList<>(
                labs.stream().flatMap(lab -> lines(lab).stream()).toList());
        labs.stream().findFirst().ifPresent(lab -> lines.add("begin one:  lab start " + number(lab)));
        return Reply.of(
                lines,
                labs.stream()
                        .map(lab -> Json.object(
                                "lab", number(lab),
                                "title", lab.title(),
                                "question", lab.frontMatter().question().orElse(null)))
                        .toList());
    }

    private Reply review(Session session, LabLibrary.Found found) {
        List<String> lines = new ArrayList<>();
        List<Object> documents = new ArrayList<>();
        for (String problem : found.problems()) {
            lines.addAll(LabText.finding(problem));
            documents.add(Json.object("problem", problem));
        }
        int good = 0;
        for (LabDocument lab : found.good()) {
            List<Finding> findings = linter(session, lab).lint(lab);
            findings.forEach(finding -> lines.addAll(LabText.finding(SafeText.escape(finding.text()))));
            documents.add(Json.object(
                    "lab", lab.name(),
                    "findings", findings.stream().map(LabsCommand::document).toList()));
            good += findings.isEmpty() ? 1 : 0;
        }
        if (!found.good().isEmpty()) {
            lines.add(good + " of " + found.good().size() + " labs have all that a good lab has");
        }
        int read = good == found.good().size() ? ExitStatus.OK : ExitStatus.DID_NOT_HOLD;
        return Reply.of(lines, documents, found.problems().isEmpty() ? read : ExitStatus.BAD_FILE);
    }

    private LabLinter linter(Session session, LabDocument lab) {
        Function<String, Optional<Traits>> transports = name -> Optional.of(name)
                .filter(session.transports()::contains)
                .map(known -> session.unobserved("labs", known).traits());
        List<Meaning> lines = lab.steps().stream()
                .map(step -> Lexer.scan(step.command()).words())
                .filter(words -> !words.isEmpty())
                .flatMap(words -> interpreter.meaning(words).stream())
                .toList();
        Traits usual = lab.frontMatter().transport().flatMap(transports).orElse(null);
        MadeSockets sockets = new MadeSockets(lines, usual, transports);
        return new LabLinter(
                link -> LinkSpec.parse(link).draws(), this::inFull, command -> proof(command, sockets, lab.folder()));
    }

    private String inFull(String command) {
        String word = command.split(" ", 2)[0];
        return interpreter
                .registry()
                .lookup(word)
                .map(entry -> entry.word() + command.substring(word.length()))
                .orElse(command);
    }

    private Proof proof(String command, MadeSockets sockets, LabFolder folder) {
        Scan scan = Lexer.scan(command);
        if (scan.background()) {
            return Proof.OF_ITSELF;
        }
        List<Word> words = scan.words().stream()
                .filter(word -> !word.marked().equals("--json"))
                .map(word -> inBytes(word, folder))
                .toList();
        Optional<Meaning> meaning = interpreter.meaning(words);
        Proof proof = meaning.map(LabsCommand::proof).orElse(Proof.BY_WHAT_IT_SHOWS);
        Optional<Traits> traits = meaning.flatMap(sockets::of);
        boolean connects = traits.map(Traits::connectionOriented).orElse(true);
        boolean whole = traits.map(Traits::keepsBoundaries).orElse(false);
        return proof == Proof.OF_WHO_LISTENS && !connects
                ? Proof.OF_ITSELF
                : proof == Proof.OF_EVERY_BYTE_AT_ONCE && whole ? Proof.OF_EVERY_BYTE : proof;
    }

    /** Of a file that was read with the lab only matters how long it is: so much filler has to be read by somebody, too. */
    private static Word inBytes(Word word, LabFolder folder) {
        return Payload.fileName(word)
                .flatMap(folder::kept)
                .map(bytes -> Word.plain("#" + bytes.length))
                .orElse(word);
    }

    private static Proof proof(Meaning meaning) {
        return meaning.entry()
                .make()
                .proof(
                        meaning.operands().stream().map(Word::marked).toList(),
                        meaning.options().keySet());
    }

    private static Object document(Finding finding) {
        return Json.object("line", finding.line(), "what", finding.what(), "expected", finding.expected());
    }

    private static List<String> lines(LabDocument lab) {
        FrontMatter above = lab.frontMatter();
        return Fold.escaped(number(lab) + "  ", above.question().orElse(lab.title()) + needs(above));
    }

    /** What not everybody has. */
    private static String needs(FrontMatter above) {
        if (above.program().isPresent()) {
            return " (a program of yours)";
        }
        return LabStage.isOnWire(above) ? " (the wire)" : "";
    }

    private static String number(LabDocument lab) {
        return lab.name().replaceAll("-.*", "");
    }
}
