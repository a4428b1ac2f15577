package org.sockrates.shell.rest;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

@Parameters(commandDescription = "ends a job: by number, the last, all servers, or * for all")
@Manual(
        text = "A waiting call ends with EINTR, and its socket lives on.",
        example = {"stop", "stop 2", "stop server", "stop *"},
        proves = Proof.OF_ITSELF)
final class StopCommand implements Command {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Parameter(description = "[JOB]")
    private List<Word> words = new ArrayList<>();

    @Override
    public Reply run(Session session, Job job) {
        List<Job> ending = chosen(session, job);
        ending.forEach(Job::cancel);
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        for (Job other : ending) {
            boolean ended = other.await(LIMIT);
            List<String> said = other.collect();
            lines.add("[" + other.number() + "] " + other.line() + (ended ? ": ended" : ": has not ended yet"));
            lines.addAll(said);
            json.add(Json.object("job", other.number(), "line", other.line(), "ended", ended, "lines", said));
            if (ended) {
                session.jobs().forget(other);
            }
        }
        return Reply.of(lines, json);
    }

    private List<Job> chosen(Session session, Job asking) {
        String word = words.size() == 1 ? words.get(0).text() : "";
        if (!word.equals("server") && !word.equals("*")) {
            if (!word.isEmpty() && !word.matches("[0-9]+")) {
                throw new UsageException("stop", word, "a job's number, server, or *; see  jobs");
            }
            return List.of(PickedJob.of("stop", words, session, session.jobs().others(asking)));
        }
        List<Job> all = session.jobs().others(asking).stream()
                .filter(other -> word.equals("*") || other.serving().isPresent())
                .toList();
        if (all.isEmpty()) {
            throw new UsageException("stop: no " + (word.equals("*") ? "job" : word) + " runs; see  jobs");
        }
        return all;
    }
}
