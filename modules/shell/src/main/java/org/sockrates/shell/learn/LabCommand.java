package org.sockrates.shell.learn;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "works through a lab, step by step")
@Manual(
        text = {
            "start LAB begins one, with nothing open: what is open here is closed. next does its next",
            "command here, in this session, so that you may look around in between; hint helps; check",
            "runs the whole lab in a session of its own and judges it, or any other LAB; reset begins",
            "again. Type the commands yourself if you like: the lab goes on with next. A lab about",
            "single packets starts Sockrates again on the wire. From the command line:",
            "sockrates lab start 21"
        },
        verbs = {"start LAB", "next", "hint", "check [LAB]", "reset"},
        example = {"lab start 03", "lab next", "lab hint"},
        see = "help predict")
final class LabCommand implements Command {
    private static final List<String> VERB = List.of("start", "next", "hint", "check", "reset");
    private static final String VERBS = "start LAB, next, hint, check, or reset";

    private final LabShelf shelf;
    private final LabWalk walk;

    @Parameter(description = "start|next|hint|check|reset [LAB]", converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    LabCommand(LabShelf shelf, LabWalk walk) {
        this.shelf = shelf;
        this.walk = walk;
    }

    @Override
    public boolean isForPeople() {
        return true;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        if (words.isEmpty()) {
            throw new UsageException("lab: nothing more (expected: " + VERBS + "); see  labs");
        }
        String verb = words.get(0).text();
        if (!VERB.contains(verb)) {
            throw new UsageException("lab", verb, NearestWord.expected(verb, VERB));
        }
        int most = List.of("start", "check").contains(verb) ? 2 : 1;
        if (words.size() > most) {
            throw new UsageException("lab", words.get(most).text(), "nothing more; see  help lab");
        }
        return switch (verb) {
            case "start" -> walk.start(shelf.find("lab", session.files(job), lab()), lab(), job);
            case "next" -> walk.next(job);
            case "hint" -> walk.hint();
            case "check" ->
                words.size() == 1 ? walk.check(job) : walk.check(shelf.find("lab", session.files(job), lab()), job);
            default -> walk.reset();
        };
    }

    private String lab() {
        if (words.size() < 2) {
            throw new UsageException("lab: start: nothing more (expected: LAB); see  labs");
        }
        return words.get(1).text();
    }
}
