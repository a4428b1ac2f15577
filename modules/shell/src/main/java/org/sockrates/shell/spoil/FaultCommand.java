package org.sockrates.shell.spoil;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.lint.Proof;
import org.sockrates.link.fault.FaultSpec;
import org.sockrates.link.relay.Relay;
import org.sockrates.link.relay.TcpRelay;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

@Parameters(commandDescription = "puts faults of streams on a TCP link")
@Manual(
        text = {
            "use N FAULTS    these faults, in place of those before; from new data on",
            "show [N]        the links and their faults",
            "drop N          no faults",
            "FAULTS are Toxiproxy's: latency 100ms 20ms bandwidth 1mbit slow_close 1s timeout 5s",
            "reset_peer 1s slicer 100 20 5ms limit_data 10KiB; upstream or downstream before one:",
            "one way only; toxicity 50%: half of the connections."
        },
        verbs = {"use LINK FAULT…", "show [LINK]", "drop LINK"},
        example = {"link add 7000", "fault use 1 downstream slicer 3 50ms", "fault drop 1"},
        see = "Toxiproxy's toxics",
        proves = Proof.OF_ITSELF,
        shows = {"", "show"})
final class FaultCommand implements Command {
    @Parameter(description = "use|show|drop [LINK] [FAULT…]")
    private List<Word> words = new ArrayList<>();

    private final Links links;

    FaultCommand(Links links) {
        this.links = links;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("fault", words, session);
        String verb = operands.nextOr("show");
        switch (verb) {
            case "use" -> {
                NamedLink link = link(operands);
                TcpRelay relay = stream(link);
                relay.use(FaultSpec.parse(
                        operands.restText("FAULTS"), session.defaults().seed()));
                return LinkReply.of(link);
            }
            case "drop" -> {
                NamedLink link = link(operands);
                operands.end();
                stream(link).use(FaultSpec.NONE);
                return LinkReply.of(link);
            }
            case "show" -> {
                if (!operands.more()) {
                    return LinkReply.of(links.relays());
                }
                NamedLink link = link(operands);
                stream(link);
                operands.end();
                return LinkReply.of(link);
            }
            default -> throw unknown(verb);
        }
    }

    @Override
    public void foresee() {
        String verb = words.isEmpty() ? "show" : words.get(0).text();
        if (!verbs().contains(verb)) {
            throw unknown(verb);
        }
        List<Word> faults = verb.equals("use") && words.size() > 2 ? words.subList(2, words.size()) : List.of();
        if (!faults.isEmpty() && faults.stream().noneMatch(Word::open)) {
            FaultSpec.parse(Word.joined(faults), 0);
        }
    }

    private UsageException unknown(String verb) {
        return NearestWord.unknown("fault", verb, verbs());
    }

    private NamedLink link(Operands operands) throws IOException {
        return links.get("fault", operands.next("LINK").text());
    }

    private static TcpRelay stream(NamedLink link) {
        if (link.host() instanceof TcpRelay stream) {
            return stream;
        }
        String what = link.host() instanceof Relay ? "datagrams" : "packets";
        throw new UsageException("fault: " + link.title() + " carries " + what + " (expected: a TCP link); for " + what
                + ":  link use " + link.word() + " loss 5%");
    }
}
