package org.sockrates.shell.rest;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Foreground;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;

@Parameters(commandDescription = "waits for a job to end; Ctrl-C ends the job")
@Manual(
        text = "Without a number it is the job started last; when none runs, it returns at once.",
        example = {"wait", "wait 2"},
        proves = Proof.OF_OTHERS,
        shows = "")
final class WaitCommand implements Command {
    private static final Duration MOST = Duration.ofDays(1);
    /** Whoever sees nothing for so long at the prompt is told what goes on. */
    private static final Duration SOON = Duration.ofMillis(500);

    @Parameter(description = "[JOB]")
    private List<Word> words = new ArrayList<>();

    @Override
    public void foresee() {
        words.stream()
                .limit(1)
                .filter(word -> !word.open())
                .forEach(word -> PickedJob.refuseUnlessNumber("wait", word));
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        List<Job> others = session.jobs().others(job);
        if (words.isEmpty() && others.isEmpty()) {
            return Reply.of(List.of(), Json.object("job", null));
        }
        Job other = PickedJob.of("wait", words, session, others);
        job.whileWaiting(other::cancel, () -> {
            if (Foreground.has(job) && !other.await(SOON)) {
                job.say("  job " + other.number() + " goes on: " + other.line() + "; Ctrl-C ends it");
            }
            return other.await(MOST);
        });
        session.jobs().forget(other);
        List<String> lines = other.collect();
        Object json =
                Json.object("job", other.number(), "line", other.line(), "status", other.status(), "lines", lines);
        return Reply.of(lines, json, other.status());
    }
}
