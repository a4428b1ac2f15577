package org.sockrates.shell.learn;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;

@Parameters(commandDescription = "answers the question a lab has asked")
@Manual(text = "Say what you think will happen before you watch it: it is how one learns.", example = "predict 2")
final class PredictCommand implements Command {
    private final LabWalk walk;

    @Parameter(description = "CHOICE")
    private List<Word> words = new ArrayList<>();

    PredictCommand(LabWalk walk) {
        this.walk = walk;
    }

    @Override
    public Reply run(Session session, Job job) {
        Operands operands = new Operands("predict", words, session);
        return walk.predict(operands.restText("the number of a choice"));
    }
}
