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
        List<Diagnosis> diagnoses = new ArrayList<>(new Checkup(session).diagnoses());
        diagnoses.addAll(new WireCheckup(wire).diagnoses());
        Columns table = new Columns("", "", "");
        diagnoses.forEach(diagnosis -> table.row(diagnosis.what(), diagnosis.well() ? "ok" : "no", diagnosis.told()));
        Object json = diagnoses.stream()
                .map(diagnosis ->
                        Json.object("what", diagnosis.what(), "ok", diagnosis.well(), "told", diagnosis.told()))
                .toList();
        boolean able = diagnoses.stream().allMatch(diagnosis -> diagnosis.well() || !diagnosis.needed());
        return Reply.of(table.lines(), json, able ? ExitStatus.OK : ExitStatus.MISSING);
    }
}
