package org.sockrates.shell.rest;

import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.wire.WireAccess;

@Parameters(commandDescription = "says what this machine can do, and what to do where it cannot")
@Manual(
        text = {
            "Opens and closes a few sockets on the loopback interface, tries to make a namespace, and asks",
            "tshark for its version; sends nothing anywhere else. Behind what is missing stands the one",
            "line that mends it. The status is 5 only where sockets themselves cannot be had."
        })
final class DoctorCommand implements Command {
    private final WireAccess wire;

    DoctorCommand(WireAccess wire) {
        this.wire = wire;
    }

    @Override
    public Reply run(Session session, Job job) {
        List<Finding> findings = new ArrayList<>(new Checkup(session).findings());
        findings.addAll(new WireCheckup(wire).findings());
        Columns table = new Columns("", "", "");
        findings.forEach(finding -> table.row(finding.what(), finding.well() ? "ok" : "no", finding.told()));
        Object json = findings.stream()
                .map(finding -> Json.object("what", finding.what(), "ok", finding.well(), "told", finding.told()))
                .toList();
        boolean able = findings.stream().allMatch(finding -> finding.well() || !finding.needed());
        return Reply.of(table.lines(), json, able ? ExitStatus.OK : ExitStatus.MISSING);
    }
}
