package org.sockrates.shell.learn;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Reach;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "works through a lab, step by step")
@Manual(
        text = {
            "start LAB     begins one, with nothing open: what is open here is closed, the journal emptied, the wire",
            "              a fresh one, and trace off",
            "next          does its next step here, in this session, so that you may look around in between",
            "show          tells which it is, for those who type it themselves: typed so, or in words that mean the",
            "              same, it counts as done",
            "hint          helps",
            "check [LAB]   runs the whole lab in a session of its own and judges it, or any other",
            "reset         begins again",
            "leave         puts back what the lab had set",
            "A LAB is a number of labs, its name, or a file. One about single packets starts Sockrates again on the",
            "wire, any other is on loopback; of one that judges a program of yours, start shows what it asks for.",
            "A lab speaks to this machine alone, unless --allow-remote lets it ask others, and be asked.",
            "What you open beside a lab is numbered from 20 on. From the command line:  sockrates lab start 21"
        },
        verbs = {
            "start LAB [--allow-remote]",
            "[show]",
            "next",
            "hint",
            "check [LAB] [--allow-remote]",
            "reset",
            "leave"
        },
        example = {"lab start 03", "lab next", "lab hint"},
        see = "help predict",
        forPeople = true)
final class LabCommand implements Command {
    private final LabLibrary library;
    private final LabRooms rooms;
    private final LabWalk walk;

    @Parameter(description = "start|show|next|hint|check|reset|leave [LAB]")
    private List<Word> words = new ArrayList<>();

    @ParametersDelegate
    private ReachOption allowed = new ReachOption();

    LabCommand(LabLibrary library, LabRooms rooms, LabWalk walk) {
        this.library = library;
        this.rooms = rooms;
        this.walk = walk;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("lab", words, session);
        String verb = operands.nextOr("show");
        if (!verbs().contains(verb)) {
            String meant = library.hasInCourse(verb) ? "lab start " + verb : NearestWord.expected(verb, verbs());
            throw new UsageException("lab", verb, meant);
        }
        Optional<Word> lab =
                List.of("start", "check").contains(verb) ? operands.nextIf(word -> true) : Optional.empty();
        operands.end();
        Reach reach = allowed.read("lab", job);
        return switch (verb) {
            case "start" -> {
                String word = lab.orElseThrow(
                                () -> new UsageException("lab start: too few words (expected: LAB); see  labs"))
                        .text();
                yield walk.start(library.file("lab", session.files(job), word), word, reach, job);
            }
            case "show" -> walk.show();
            case "next" -> walk.next(job, true);
            case "hint" -> walk.hint();
            case "check" -> {
                Path file = lab.isEmpty()
                        ? walk.file()
                        : library.file("lab", session.files(job), lab.get().text());
                yield rooms.reaching(reach).check(library.reaching(reach).read(file), job);
            }
            case "leave" -> walk.leave();
            default -> walk.reset();
        };
    }
}
