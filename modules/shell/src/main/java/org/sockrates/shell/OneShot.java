package org.sockrates.shell;

import java.util.List;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Patience;
import org.sockrates.shell.job.Voice;
import org.sockrates.shell.words.Word;

/** Runs one command from the process's arguments, to its end. */
final class OneShot {
    private final LineInterpreter interpreter;
    private final Voice voice;

    OneShot(LineInterpreter interpreter, Voice voice) {
        this.interpreter = interpreter;
        this.voice = voice;
    }

    int run(List<Word> words) {
        Job job = interpreter.start(words, false, Origin.ARGUMENTS, voice).job();
        Patience.toTheEnd(interpreter.session().jobs()).watch(job, false);
        return job.status();
    }
}
