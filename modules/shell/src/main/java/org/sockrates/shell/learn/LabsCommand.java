package org.sockrates.shell.learn;

import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;

@Parameters(commandDescription = "lists the labs of the course")
@Manual(text = "Each is a question. Begin one with lab start and its number.", example = "lab start 03")
final class LabsCommand implements Command {
    private final LabShelf shelf;
    private final LabRooms rooms;

    LabsCommand(LabShelf shelf, LabRooms rooms) {
        this.shelf = shelf;
        this.rooms = rooms;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        List<LabDocument> labs = rooms.read(shelf.all());
        List<String> lines = new ArrayList<>(
                labs.stream().flatMap(lab -> lines(lab).stream()).toList());
        labs.stream().findFirst().ifPresent(lab -> lines.add("begin one:  lab start " + number(lab)));
        return Reply.of(
                lines,
                labs.stream()
                        .map(lab -> Json.object(
                                "lab", number(lab),
                                "title", lab.title(),
                                "question", lab.frontMatter().question().orElse(null)))
                        .toList(),
                ExitStatus.OK);
    }

    private static List<String> lines(LabDocument lab) {
        return Fold.escaped(number(lab) + "  ", lab.frontMatter().question().orElse(lab.title()));
    }

    private static String number(LabDocument lab) {
        return lab.name().replaceAll("-.*", "");
    }
}
