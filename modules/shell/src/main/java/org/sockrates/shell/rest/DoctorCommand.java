package org.sockrates.shell.rest;

import com.beust.jcommander.Parameters;
import java.util.List;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Columns;

@Parameters(commandDescription = "says what this machine can do, and what to do where it cannot")
@Manual(text = "Opens and closes a few sockets on the loopback interface; sends nothing anywhere else.")
final class DoctorCommand implements Command {
    @Override
    public Reply run(Session session, Job job) {
        List<Finding> findings = new Checkup(session).findings();
        Columns table = new Columns("", "", "");
        findings.forEach(finding -> table.row(finding.what(), finding.well() ? "ok" : "no", finding.told()));
        Object json = findings.stream()
                .map(finding -> Json.object("what", finding.what(), "ok", finding.well(), "told", finding.told()))
                .toList();
        boolean able = findings.stream().allMatch(finding -> finding.well() || !finding.needed());
        return Reply.of(table.lines(), json, able ? ExitStatus.OK : ExitStatus.MISSING);
    }
}
