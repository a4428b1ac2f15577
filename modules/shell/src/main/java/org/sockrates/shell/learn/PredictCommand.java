package org.sockrates.shell.learn;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
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
import org.sockrates.transport.text.WholeText;

@Parameters(commandDescription = "answers the question a lab has asked")
@Manual(text = "Say what you think will happen before you watch it: it is how one learns.", example = "predict 2")
final class PredictCommand implements Command {
    private final LabWalk walk;

    @Parameter(description = "CHOICE", converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    PredictCommand(LabWalk walk) {
        this.walk = walk;
    }

    @Override
    public Reply run(Session session, Job job) {
        if (words.size() != 1) {
            throw new UsageException("predict: " + words.size() + " words (expected: the number of one choice)");
        }
        return walk.predict(WholeText.parse("predict", words.get(0).text(), 1, 99));
    }
}
