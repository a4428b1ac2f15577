package org.sockrates.shell.spoil;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Relay;
import org.sockrates.link.RelaySettings;
import org.sockrates.link.TcpRelay;
import org.sockrates.link.UdpRelay;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.value.CountValue;
import org.sockrates.shell.command.value.TextValue;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Family;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.HostText;
import org.sockrates.transport.text.NearestWord;
import org.sockrates.transport.text.PortText;

@Parameters(commandDescription = "puts a link, as bad as you like, between any client and a server")
@Manual(
        text = {
            "add [TRANSPORT] [HOST] PORT RULES   a relay before the server there; clients go to it",
            "use N RULES                         other rules; none lets everything pass",
            "show [N] [--as tc]                  the links, what passed, the same as root's command",
            "log N                               each packet, and the rule that hit it",
            "pause N, resume N                   holds everything back, and lets it go",
            "drop N                              ends it; drop * ends all",
            "RULES are netem's: delay 20ms 5ms loss 5% duplicate 1% reorder 25% gap 5",
            "corrupt 0.1% rate 1mbit limit 100 seed 42; upstream or downstream before a rule:",
            "one way only."
        },
        example = {"link add udp 7000 delay 20ms 5ms loss 5% seed 42", "link show", "link use 1 loss 50%", "link drop 1"
        },
        see = "tc-netem(8)")
final class LinkCommand implements Command {
    private static final List<String> VERBS = List.of("add", "use", "show", "log", "pause", "resume", "drop");

    @Parameter(
            description = "add|use|show|log|pause|resume|drop [LINK|HOST] [PORT] [RULE…]",
            converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    @Parameter(
            names = "--listen",
            placeholder = "PORT",
            description = "of the relay, for add",
            converter = TextValue.class)
    private @Nullable String listen;

    @Parameter(
            names = "--as",
            placeholder = "tc",
            description = "for show: as tc's command",
            converter = TextValue.class)
    private @Nullable String notation;

    @Parameter(names = "--last", placeholder = "N", description = "for log: so many (20)", converter = CountValue.class)
    private Integer last = 20;

    private final Links links;

    LinkCommand(Links links) {
        this.links = links;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("link", words, session);
        String verb = operands.more() ? operands.next("VERB").text() : "show";
        return switch (verb) {
            case "add" -> add(session, operands);
            case "use" -> {
                Relay relay = links.get("link", operands.next("LINK").text());
                relay.use(rules(session, operands));
                yield LinkReply.of(links, relay);
            }
            case "show" -> operands.more() ? show(List.of(link(operands))) : show(links.all());
            case "log" -> LinkReply.log(link(operands), last);
            case "pause" -> quietly(link(operands), Relay::pause);
            case "resume" -> quietly(link(operands), Relay::resume);
            case "drop" -> drop(session, operands);
            default -> throw new UsageException("link", verb, NearestWord.expected(verb, VERBS));
        };
    }

    private Reply add(Session session, Operands operands) throws IOException {
        Transport transport = session.unobserved("link", operands.transport());
        InetSocketAddress target = operands.peer(session.defaults().family());
        LinkSpec spec = rules(session, operands);
        InetSocketAddress front = new InetSocketAddress(
                HostText.loopback(Family.of(target.getAddress())),
                listen == null ? 0 : PortText.parseOwn("link: --listen", listen));
        RelaySettings settings = RelaySettings.of(front, target);
        Relay relay = transport.traits().connectionOriented()
                ? new TcpRelay(settings, spec, SystemClock.INSTANCE)
                : new UdpRelay(settings, spec, SystemClock.INSTANCE);
        links.add(session, relay);
        return LinkReply.of(links, relay);
    }

    private static LinkSpec rules(Session session, Operands operands) {
        String text = operands.more()
                ? String.join(
                        " ", operands.rest("RULES").stream().map(Word::text).toList())
                : session.defaults().link();
        boolean perfect = text.isBlank() || text.equals("none");
        return perfect ? LinkSpec.NONE : LinkSpec.parse(text, session.defaults().seed());
    }

    private Relay link(Operands operands) {
        Relay relay = links.get("link", operands.next("LINK").text());
        operands.end();
        return relay;
    }

    private Reply show(List<Relay> shown) {
        if (notation != null && !notation.equals("tc")) {
            throw new UsageException("link: --as", notation, "tc");
        }
        if (notation != null) {
            return LinkReply.tc(shown);
        }
        return LinkReply.of(links, shown);
    }

    private Reply quietly(Relay relay, Consumer<Relay> action) {
        action.accept(relay);
        return Reply.of(List.of(), LinkReply.of(links, relay).json(), ExitStatus.OK);
    }

    private Reply drop(Session session, Operands operands) throws IOException {
        Word which = operands.next("LINK, or *");
        operands.end();
        List<Relay> dropped = which.marked().equals("*") ? links.all() : List.of(links.get("link", which.text()));
        Reply reply = LinkReply.of(links, dropped);
        for (Relay relay : dropped) {
            links.remove(relay);
            session.disown(relay);
            relay.close();
        }
        return reply;
    }
}
