package org.sockrates.shell.rest;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Declaration;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;

@Parameters(commandDescription = "lists the commands, or explains one")
@Manual(example = {"help", "help --all", "help bind", "help link add", "bind --help"})
final class HelpCommand implements Command {
    @Parameter(description = "[COMMAND] [VERB]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--all", description = "what each does, in a low terminal, too")
    private boolean all;

    private final LineInterpreter interpreter;

    HelpCommand(LineInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public Reply run(Session session, Job job) {
        if (words.isEmpty()) {
            return overview(session.defaults().height());
        }
        Operands operands = new Operands("help", words, session);
        Declaration whole =
                interpreter.registry().find(operands.next("COMMAND").text()).declaration();
        Declaration one = operands.nextIf(whole::hasVerb)
                .map(verb -> whole.about(verb.text()))
                .orElse(whole);
        operands.end();
        return Reply.of(HelpPage.of(one), HelpPage.json(one));
    }

    /** What each command does; where that has not room enough, their names. */
    private Reply overview(int height) {
        List<Declaration> every = interpreter.registry().entries().stream()
                .map(Entry::declaration)
                .toList();
        List<String> lines = HelpPage.overview(every);
        boolean room = all || lines.size() < height;
        return Reply.of(
                room ? lines : HelpPage.names(every),
                every.stream().map(HelpPage::json).toList());
    }
}
