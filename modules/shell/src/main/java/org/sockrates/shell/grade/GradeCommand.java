package org.sockrates.shell.grade;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.format.LabText;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.learn.LabLibrary;
import org.sockrates.shell.learn.LabRooms;
import org.sockrates.shell.learn.ReachOption;
import org.sockrates.shell.learn.ResultOptions;
import org.sockrates.shell.machine.SearchPath;
import org.sockrates.shell.session.Reach;
import org.sockrates.shell.session.ResultFiles;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.PortText;

@Parameters(commandDescription = "runs labs against a program of yours, or many, and grades it")
@Manual(
        text = {
            "What it must do, lab start LAB shows.",
            "The program is started beside each lab and ended with it. {port} among its words is where it is",
            "to serve, or whom it is to ask; {host} the address; with takes: up in the lab, {up} is what a line",
            "of it has captured. It reads what the lab types. It runs as you: grade strangers' programs in a",
            "container. With --submissions it is started once for each folder or file in FOLDER, in a copy of it,",
            "{submission} being the path of that copy; the results are then written with --csv and --json alone.",
            "A lab that judges a protocol takes its source instead, FILE.java, and has it hunted. Status as that",
            "of run; 4 also where the fault is the lab's own, or a submission could not be copied and is left out."
        },
        example = {
            "grade 37 -- python3 echo.py {port}",
            "grade 37 --submissions handed-in --csv grades.csv -- python3 echo.py {port}",
            "grade proxy.lab -- python3 proxy.py {port} {up}",
            "grade 39 -- MyGoBackN.java"
        },
        see = "docs/lab-format.md",
        forPeople = true)
final class GradeCommand implements Command {
    private static final String DIVIDER = "--";
    private static final String SUBMISSIONS = "grade: --submissions";

    private final LabLibrary library;
    private final LabRooms rooms;
    private final SearchPath searchPath;
    private final Supplier<List<String>> again;

    @Parameter(description = "LAB… -- PROGRAM [WORD…]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--submissions", description = "grade each file or folder in there", placeholder = "FOLDER")
    private @Nullable String submissions;

    @Parameter(names = "--csv", description = "write a row for each lab of each submission there", placeholder = "FILE")
    private @Nullable String csv;

    @Parameter(names = "--port", description = "where the program serves that takes no {port}", placeholder = "PORT")
    private @Nullable String port;

    @Parameter(
            names = "--start-limit",
            description = "the time a server may take until it serves, a client until it is met (10s)",
            placeholder = "TIME")
    private Duration startLimit = Duration.ofSeconds(10);

    @ParametersDelegate
    private ResultOptions files = new ResultOptions();

    @ParametersDelegate
    private ReachOption allowed = new ReachOption();

    GradeCommand(LabLibrary library, LabRooms rooms, SearchPath searchPath, Supplier<List<String>> again) {
        this.library = library;
        this.rooms = rooms;
        this.searchPath = searchPath;
        this.again = again;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        int divider = words.stream().map(Word::marked).toList().indexOf(DIVIDER);
        boolean noLab = words.isEmpty() || divider == 0;
        if (noLab || divider < 0 || divider == words.size() - 1) {
            throw new UsageException(
                    "grade: " + (noLab ? "no lab" : "no program") + " (expected: LAB… -- PROGRAM [WORD…])");
        }
        Reach reach = allowed.read("grade", job);
        List<LabDocument> labs = library.reaching(reach).read("grade", session.files(job), words.subList(0, divider));
        ProgramCall call = new ProgramCall(
                words.subList(divider + 1, words.size()).stream()
                        .map(Word::text)
                        .toList(),
                session.folder().toAbsolutePath(),
                port == null ? OptionalInt.empty() : OptionalInt.of(PortText.parse("grade: --port", port)),
                searchPath,
                Optional.empty());
        refuse(labs, call);
        List<Submission> handedIn = submissions == null
                ? List.of()
                : Submission.in(session.files(job).directory(SUBMISSIONS, submissions), job::news);
        rooms.enterFor(labs, job);
        LabText text = new LabText(SafeText::escape);
        Grading grading = new Grading(rooms.reaching(reach), labs, text, startLimit, again, job);
        try (ResultFiles<GradeBook> opened = new ResultFiles<>(session.files(job), files.force())) {
            files.addTo(opened, "grade", text, GradeBook::results);
            GradeBook book = new GradeBook(text, opened.addReport("grade: --csv", csv, GradeBook::finish));
            if (handedIn.isEmpty()) {
                grading.one(book, call);
            } else {
                grading.all(book, call, handedIn);
            }
            List<String> lines = handedIn.isEmpty() ? List.of(text.summary(book.results())) : book.lines();
            return opened.write(book, Reply.of(lines, book.json(), book.status()));
        }
    }

    /** What cannot have been meant. */
    private void refuse(List<LabDocument> labs, ProgramCall call) {
        call.refuseMisspelt(
                labs.stream().flatMap(lab -> lab.frontMatter().takes().stream()).collect(Collectors.toSet()));
        if (submissions == null && call.takes(ProgramCall.SUBMISSION)) {
            throw new UsageException("grade", call.told(), "no {submission} without --submissions");
        }
        for (LabDocument lab : labs) {
            ProgramRole role = lab.frontMatter()
                    .program()
                    .orElseThrow(() -> new UsageException("grade: " + SafeText.escape(lab.name())
                            + ": judges no program (expected: program: in its front matter); see  run"));
            if (role == ProgramRole.PROTOCOL) {
                refuseUnlessSource(call);
            } else {
                refuseUnlessStarted(role, call);
                call.refuseUnlessTold(lab);
            }
        }
        Optional<String> single = files.given();
        if (submissions != null && single.isPresent()) {
            throw new UsageException("grade: " + single.get()
                    + ": with --submissions (expected: --csv or --json, which tell whose result it is)");
        }
    }

    private void refuseUnlessSource(ProgramCall call) {
        if (port != null) {
            throw new UsageException("grade: --port: of a protocol (expected: none, it is not started)");
        }
        if (!call.namesSource()) {
            throw new UsageException("grade", call.told(), "the source of a protocol behind --, FILE.java");
        }
        if (submissions == null && !Files.isRegularFile(call.file())) {
            throw new UsageException(
                    "grade: " + call.told() + ": " + (Files.exists(call.file()) ? "no file" : "no such file")
                            + " (expected: the source of a protocol)");
        }
    }

    private void refuseUnlessStarted(ProgramRole role, ProgramCall call) {
        boolean told = call.takes(ProgramCall.PORT);
        if (!told && (port == null || role == ProgramRole.CLIENT)) {
            String otherwise = role == ProgramRole.CLIENT ? "whom it asks" : "where it serves, or --port";
            throw new UsageException("grade", call.told(), "{port} among its words: " + otherwise);
        }
        if (told && port != null) {
            throw new UsageException("grade: --port: with {port} in " + call.told() + " (expected: one of them)");
        }
        boolean own = submissions != null && call.words().get(0).contains("/");
        if (!own && call.missing().isPresent()) {
            throw new UsageException("grade: " + SafeText.escape(call.words().get(0)) + ": "
                    + call.missing().get() + " (expected: a program behind --)");
        }
    }
}
