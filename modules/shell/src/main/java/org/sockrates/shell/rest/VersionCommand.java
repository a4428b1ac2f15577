package org.sockrates.shell.rest;

import com.beust.jcommander.Parameters;
import java.util.List;
import java.util.Objects;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;

@Parameters(commandDescription = "says which Sockrates this is, and what it runs on")
@Manual(text = "To be told with every question and every complaint.")
final class VersionCommand implements Command {
    @Override
    public Reply run(Session session, Job job) {
        String version = Objects.requireNonNullElse(
                VersionCommand.class.getPackage().getImplementationVersion(), "built from classes, no jar");
        String java = System.getProperty("java.version") + ", " + System.getProperty("java.vendor");
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch");
        return Reply.of(
                List.of("sockrates  " + version, "java       " + java, "system     " + system),
                Json.object("sockrates", version, "java", java, "system", system));
    }
}
