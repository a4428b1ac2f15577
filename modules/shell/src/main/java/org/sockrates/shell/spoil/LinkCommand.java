package org.sockrates.shell.spoil;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.lint.Proof;
import org.sockrates.link.LinkHost;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Overflows;
import org.sockrates.link.PacketHost;
import org.sockrates.link.relay.Relay;
import org.sockrates.link.relay.RelaySettings;
import org.sockrates.link.relay.TcpRelay;
import org.sockrates.link.relay.UdpRelay;
import org.sockrates.link.rule.Rule;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.KnownHost;
import org.sockrates.shell.command.KnownPort;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Attempt;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.roles.RoleException;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.HostText;
import org.sockrates.transport.text.NearestWord;
import org.sockrates.transport.text.PortText;
import org.sockrates.transport.text.WholeText;

@Parameters(commandDescription = "puts a link, as bad as you like, between any client and a server")
@Manual(
        text = {
            "add [TRANSPORT] [HOST] PORT RULES   a relay before the server there; clients go to it",
            "use [N] RULES                       other rules; none lets everything pass",
            "show [N] [--as tc]                  the links, and what passed; as root's command",
            "log [N]                             the last packets, and what hit each; 4,096 are kept",
            "pause [N], resume [N]               holds everything back, and lets it go",
            "step [N] [PACKETS]                  lets one go of those held back, or so many",
            "drop N                              ends it; drop * ends all",
            "N is the number of a link; it may be left out where there is only one, except to end it.",
            "Packets are numbered each way for itself, and anew when other rules come into use; the",
            "pieces of a stream both ways together, from the beginning on.",
            "RULES are netem's: delay 20ms 5ms loss 5% duplicate 1% reorder 25% gap 5",
            "corrupt 0.1% rate 1mbit limit 100 seed 42; and drop 3, the third packet.",
            "upstream or downstream before a rule: one way only. From the command line what is added",
            "stays up until Ctrl-C; with faults, too:  source FILE .",
            "ORDERS are about one packet to come; link forget [N] takes back those still waiting:",
            "drop [N] next                       the next packet is lost",
            "delay [N] 3rd 200ms                 the third from now on comes so much later",
            "duplicate [N] next                  it comes twice",
            "corrupt [N] next                    a bit of it is flipped",
            "Behind next or 3rd may stand a kind: data ack syn syn-ack fin rst other. upstream or",
            "downstream before the order: that way only."
        },
        verbs = {
            "add [TRANSPORT] [HOST] PORT RULE… [--listen]",
            "use [LINK] RULE…",
            "[show] [LINK] [--as]",
            "log [LINK] [--last] [--from]",
            "pause [LINK]",
            "step [LINK] [PACKETS]",
            "resume [LINK]",
            "drop [LINK] ORDER…",
            "forget [LINK]",
            "delay [LINK] ORDER…",
            "duplicate [LINK] ORDER…",
            "corrupt [LINK] ORDER…"
        },
        example = {
            "link add udp 7000 delay 20ms 5ms loss 5% seed 42",
            "link use loss 50%",
            "link drop 3rd data",
            "link upstream delay next 200ms",
            "link drop 1"
        },
        see = "docs/link.md, tc-netem(8)",
        proves = Proof.OF_ITSELF,
        shows = {"", "show", "log"})
final class LinkCommand implements Command {
    private static final int MOST_STEPS = 1_000_000;

    @Parameter(
            description = "add|use|show|log|pause|step|resume|drop|delay|duplicate|corrupt|forget"
                    + " [LINK|HOST] [PORT] [RULE|ORDER…]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--listen", placeholder = "PORT", description = "of the relay, for add")
    private @Nullable String listen;

    @Parameter(names = "--as", placeholder = "tc", description = "for show: as tc's command")
    private @Nullable String notation;

    @Parameter(names = "--last", placeholder = "N", description = "for log: so many (20)")
    private @Nullable Integer last;

    @Parameter(
            names = "--from",
            placeholder = "N",
            description = "for log: from the first #N or later on, either way; times from it")
    private @Nullable Integer from;

    private final Links links;

    LinkCommand(Links links) {
        this.links = links;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("link", words, session);
        String verb = operands.nextOr("show");
        return switch (verb) {
            case "add" -> add(session, operands);
            case "use" -> {
                NamedLink link = links.next("link: use", operands);
                link.host().use(rules(session, operands));
                yield LinkReply.of(link);
            }
            case "show" -> operands.more() ? show(List.of(link(verb, operands))) : show(links.all());
            case "log" -> LinkReply.log(link(verb, operands), from, last);
            case "pause" -> steered(link(verb, operands), LinkHost::pause, "paused");
            case "step" -> step(operands);
            case "resume" -> steered(link(verb, operands), LinkHost::resume, "goes on");
            case "forget" ->
                steered(link(verb, operands), host -> PacketHost.of(host, verb).forgetOrders(), "nothing is ordered");
            case "drop" -> operands.nextIf("*"::equals).isPresent() ? end(links.relays()) : drop(operands);
            default -> {
                refuseUnlessKnown(verb);
                yield PacketOrder.read(verb, operands, links).give(links);
            }
        };
    }

    @Override
    public void foresee() {
        String verb = words.isEmpty() ? "show" : words.get(0).text();
        refuseUnlessKnown(verb);
        List<Word> behind = words.subList(Math.min(1, words.size()), words.size());
        List<Word> rules = verb.equals("add") ? KnownPort.behind("link", behind, false) : List.of();
        if (verb.equals("use")) {
            boolean named = !behind.isEmpty() && Links.mayName(behind.get(0));
            rules = behind.subList(named ? 1 : 0, behind.size());
        }
        listen();
        Word end = words.isEmpty() ? Word.plain(verb) : words.get(words.size() - 1);
        if (verb.equals("step") && !behind.isEmpty() && !end.open()) {
            packets(end.text());
        }
        if (rules.stream().noneMatch(Word::open)) {
            rules(Word.joined(rules), 0);
        }
    }

    @Override
    public Optional<KnownHost> asks() {
        boolean adds = !words.isEmpty() && words.get(0).text().equals("add");
        return adds ? KnownHost.behind("link", words.subList(1, words.size())) : Optional.empty();
    }

    private void refuseUnlessKnown(String verb) {
        if (!verbs().contains(verb)) {
            throw new UsageException("link", verb, meant(verb));
        }
    }

    private String meant(String verb) {
        if (Rule.SEQUENCE.contains(verb)) {
            return "a verb before the rules:  link use " + verb + " … , or  link add [HOST] PORT " + verb + " …";
        }
        return switch (verb.toLowerCase(Locale.ROOT)) {
            case "reset", "clear", "off", "none", "clean" ->
                "link use , with no rule behind it: then everything passes; forget takes back orders";
            case "remove", "rm", "delete", "del", "stop", "close", "end", "down", "disable" -> "drop LINK";
            case "change", "replace", "set", "update" -> "use [LINK] RULES, all there are to be";
            case "list", "ls", "stats" -> "show";
            default -> NearestWord.expected(verb, verbs());
        };
    }

    /** An order may begin with its way, too. */
    @Override
    public List<String> verbs() {
        return Stream.concat(Command.super.verbs().stream(), PacketOrder.WORDS.stream())
                .distinct()
                .toList();
    }

    private Reply add(Session session, Operands operands) throws IOException {
        Transport transport = session.unobserved("link", operands.transport());
        InetSocketAddress target = operands.server(session.defaults().family());
        LinkSpec spec = rules(session, operands);
        InetSocketAddress front = new InetSocketAddress(HostText.loopback(Family.of(target.getAddress())), listen());
        RelaySettings settings = RelaySettings.of(transport.name(), front, target);
        Overflows overflows = new RelayBuffers(session::place);
        Attempt<Relay> maker = transport.traits().inDatagrams()
                ? () -> new UdpRelay(settings, spec, SystemClock.INSTANCE, transport::head, overflows)
                : () -> new TcpRelay(settings, spec, SystemClock.INSTANCE);
        try {
            return LinkReply.added(links.add(maker));
        } catch (IOException failure) {
            throw RoleException.of("link", session, transport, front, SocketCallException.of(Call.BIND, failure));
        }
    }

    private static LinkSpec rules(Session session, Operands operands) {
        String text = operands.more()
                ? operands.restText("RULES")
                : session.defaults().link();
        return rules(text, session.defaults().seed());
    }

    private static LinkSpec rules(String text, long seed) {
        boolean perfect = text.isBlank() || text.equals("none");
        return LinkSpec.parse(perfect ? "" : text, seed);
    }

    private NamedLink link(String verb, Operands operands) throws IOException {
        NamedLink link = links.next("link: " + verb, operands);
        operands.end();
        return link;
    }

    /** {@code step 3} is three packets of the link that is meant, {@code step 2 3} three of link 2. */
    private Reply step(Operands operands) throws IOException {
        NamedLink link = operands.left() > 1 ? links.next("link: step", operands) : links.meant("link: step");
        String packets = operands.nextOr("1");
        operands.end();
        int count = packets(packets);
        return steered(
                link,
                host -> PacketHost.of(host, "step").step(count),
                count == 1 ? "one more may pass" : count + " more may pass");
    }

    private static int packets(String typed) {
        return WholeText.parse("link: step", typed, 1, MOST_STEPS);
    }

    private int listen() {
        return listen == null ? 0 : PortText.parseOwn("link: --listen", listen);
    }

    private Reply show(List<NamedLink> shown) {
        if (notation != null && !notation.equals("tc")) {
            throw new UsageException("link: --as", notation, "tc");
        }
        if (notation != null) {
            return LinkReply.tc(shown);
        }
        return LinkReply.of(shown);
    }

    /** @param told what is true then */
    private static Reply steered(NamedLink link, Consumer<LinkHost> action, String told) {
        action.accept(link.host());
        return Reply.of(List.of(link.title() + ": " + told), LinkReply.of(link).json());
    }

    /** A number alone is a link, and ends it; whatever else follows is an order. */
    private Reply drop(Operands operands) throws IOException {
        if (operands.left() == 1) {
            Optional<Word> number = operands.nextIf(Links::isNumber);
            if (number.isPresent()) {
                return end(List.of(links.get("link", number.get().text())));
            }
        }
        return PacketOrder.read("drop", operands, links).give(links);
    }

    private Reply end(List<NamedLink> dropped) throws IOException {
        Reply reply = LinkReply.of(dropped);
        for (NamedLink link : dropped) {
            links.end(link.host());
        }
        return reply;
    }
}
