package org.sockrates.shell.rest;

import com.beust.jcommander.Parameters;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;

@Parameters(commandDescription = "leaves; what is still open is closed")
@Manual(text = "Ctrl-D does the same.", forPeople = true)
final class ExitCommand implements Command {
    private final LineInterpreter interpreter;

    ExitCommand(LineInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public Reply run(Session session, Job job) {
        interpreter.leave();
        return Reply.silence();
    }
}
