package org.sockrates.shell.rest;

import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelSockets;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Crowd;
import org.sockrates.shell.session.KernelTable;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;

@Parameters(commandDescription = "lists what runs beside the prompt: waiting calls and servers")
@Manual(example = {"jobs", "stop 1", "wait 1"})
final class JobsCommand implements Command {
    @Override
    public Reply run(Session session, Job job) {
        List<Job> all = session.jobs().others(job);
        List<KernelSocket> kernel =
                KernelTable.of(List.of(), all).map(KernelSockets::sockets).orElse(List.of());
        List<String> lines = new ArrayList<>();
        for (Job other : all) {
            lines.add("[" + other.number() + "] " + shown(other));
            Crowd.at(other, kernel).ifPresent(standing -> lines.addAll(Fold.hanging("  ", standing)));
        }
        return Reply.of(
                lines.isEmpty() ? List.of("no jobs") : lines,
                all.stream().map(other -> json(other, kernel)).toList());
    }

    private static String shown(Job job) {
        String call = job.unfinished();
        return job.ended() ? job.line() + " (ended)" : call == null ? job.line() : call;
    }

    private static Object json(Job job, List<KernelSocket> kernel) {
        return Json.object(
                "job", job.number(),
                "line", job.line(),
                "standing", Crowd.at(job, kernel).orElse(null),
                "waits_in", job.unfinished(),
                "ended", job.ended());
    }
}
