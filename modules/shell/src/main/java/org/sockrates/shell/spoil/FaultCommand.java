package org.sockrates.shell.spoil;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sockrates.lab.lint.Proof;
import org.sockrates.link.fault.Fault;
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
            "use [N] FAULTS  these faults, in place of those before; from new data on",
            "show [N]        the links and their faults",
            "drop [N]        no faults",
            "N is the number of a link; it may be left out where one alone is of TCP. FAULTS are",
            "Toxiproxy's: latency 100ms 20ms bandwidth 1mbit slow_close 1s timeout 5s reset_peer 1s",
            "slicer 100 20 5ms limit_data 10KiB; upstream or downstream before one: one way only, else",
            "both (Toxiproxy's are downstream, then); toxicity 50%: half of the connections."
        },
        verbs = {"use [LINK] FAULT…", "show [LINK]", "drop [LINK]"},
        example = {"link add 7000", "fault use downstream slicer 3 50ms", "fault drop"},
        see = "docs/link.md, Toxiproxy's toxics",
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
                NamedLink link = links.nextStream("fault", operands);
                TcpRelay relay = stream(link);
                relay.use(FaultSpec.parse(
                        operands.restText("FAULTS"), session.defaults().seed()));
                return LinkReply.of(link);
            }
            case "drop" -> {
                NamedLink link = links.nextStream("fault", operands);
                operands.end();
                stream(link).use(FaultSpec.NONE);
                return LinkReply.of(link);
            }
            case "show" -> {
                if (!operands.more()) {
                    return LinkReply.of(links.relays());
                }
                NamedLink link = links.get("fault", operands.next("LINK").text());
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
        List<Word> behind = words.subList(Math.min(1, words.size()), words.size());
        boolean named = !behind.isEmpty() && Links.mayName(behind.get(0));
        List<Word> faults = verb.equals("use") ? behind.subList(named ? 1 : 0, behind.size()) : List.of();
        if (!faults.isEmpty() && faults.stream().noneMatch(Word::open)) {
            FaultSpec.parse(Word.joined(faults), 0);
        }
    }

    private UsageException unknown(String verb) {
        return new UsageException("fault", verb, meant(verb));
    }

    private String meant(String verb) {
        if (Fault.SEQUENCE.contains(verb)) {
            return "a verb before the faults:  fault use " + verb + " …";
        }
        return switch (verb.toLowerCase(Locale.ROOT)) {
            case "add", "set", "update" -> "use, with all faults there are to be: they take the place of those before";
            case "remove", "rm", "delete", "del", "clear", "reset", "off", "none" -> "drop, which leaves no fault";
            case "list", "ls" -> "show";
            default -> NearestWord.expected(verb, verbs());
        };
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
