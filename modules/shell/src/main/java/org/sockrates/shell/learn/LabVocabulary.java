package org.sockrates.shell.learn;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.lab.document.LabFolder;
import org.sockrates.lab.document.Vocabulary;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.TcpTuning;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Declaration;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.LineCheck;
import org.sockrates.shell.command.MeantWord;
import org.sockrates.shell.command.Option;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.command.Registry;
import org.sockrates.shell.session.Reach;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.LineTrouble;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/** The words this shell knows, for a lab that is read but not run. */
final class LabVocabulary implements Vocabulary {
    private final Registry registry;
    private final List<String> transports;
    private final Reach reach;

    /** @param reach how far the labs may speak */
    LabVocabulary(Registry registry, List<String> transports, Reach reach) {
        this.registry = registry;
        this.transports = transports;
        this.reach = reach;
    }

    /** No other machine is reached from the wire. */
    @Override
    public Vocabulary below(FrontMatter frontMatter) {
        return LabStage.isOnWire(frontMatter) ? new LabVocabulary(registry, transports, Reach.ANY_MACHINE) : this;
    }

    @Override
    public Optional<Objection> toCommand(String line, LabFolder folder) {
        return toCommand(line, folder, new HashSet<>());
    }

    /** @param begun the files whose lines are looked at on the way to this one */
    private Optional<Objection> toCommand(String line, LabFolder folder, Set<String> begun) {
        Scan scan = Lexer.scan(line);
        LineTrouble trouble = scan.trouble();
        if (trouble != null) {
            return Optional.of(
                    new Objection(Math.max(0, trouble.at()), "command", trouble.actual(), trouble.expected()));
        }
        if (scan.words().isEmpty()) {
            return Optional.of(new Objection("command", line, "a command behind the prompt"));
        }
        Word word = scan.words().get(0);
        Optional<Entry> command = registry.lookup(word.text());
        if (command.isEmpty()) {
            return Optional.of(new Objection(word.start(), "command", word.text(), registry.expectedFor(word.text())));
        }
        if (command.get().make().isForPeople()) {
            return Optional.of(
                    new Objection(word.start(), "command", word.text(), "a command for labs; this one is a person's"));
        }
        Declaration declaration = command.get().declaration();
        List<MeantWord> behind =
                MeantWord.all(declaration, scan.words().subList(1, scan.words().size()));
        return behind.stream()
                .filter(meant -> meant.role() == MeantWord.Role.OPTION)
                .flatMap(option -> objection(declaration, option.word(), verb(behind)).stream())
                .findFirst()
                .or(() -> new NamedFiles(folder, inFile -> toCommand(inFile, folder, begun), begun)
                        .objection(command.get(), behind))
                .or(() -> unmeant(command.get(), scan.words()));
    }

    /** To what no session would take, a value, a rule, a verb, and to a host that is not for labs. */
    private Optional<Objection> unmeant(Entry command, List<Word> words) {
        try {
            Optional<Command> said = LineCheck.read(command, words.subList(1, words.size()));
            if (reach == Reach.THIS_MACHINE) {
                said.flatMap(Command::asks).ifPresent(Outside::refuse);
            }
            return Optional.empty();
        } catch (UsageException wrong) {
            int at = words.stream()
                    .filter(word -> wrong.parts()
                            .filter(told -> told.given().equals(SafeText.quote(word.text())))
                            .isPresent())
                    .mapToInt(Word::start)
                    .findFirst()
                    .orElse(words.get(0).start());
            return Optional.of(objection(at, command.word(), words.get(0).text(), wrong));
        }
    }

    private static Objection objection(int at, String what, String actual, UsageException wrong) {
        return wrong.parts()
                .map(told -> new Objection(at, told.where(), told.given(), told.expected()))
                .orElseGet(() -> new Objection(at, what, actual, String.valueOf(wrong.getMessage())));
    }

    /** The first operand; empty where there is none. */
    private static String verb(List<MeantWord> behind) {
        return behind.stream()
                .filter(meant -> meant.role() == MeantWord.Role.OPERAND)
                .map(operand -> operand.word().text())
                .findFirst()
                .orElse("");
    }

    /** To an option; with a brace in it, neither it nor a verb is known yet. */
    private static Optional<Objection> objection(Declaration declaration, Word option, String verb) {
        String name = Option.nameIn(option);
        boolean known = name.indexOf('{') < 0
                && (verb.indexOf('{') < 0 || declaration.option(name).isEmpty());
        return (known ? declaration.expectedFor(name, verb) : Optional.<String>empty())
                .map(expected -> new Objection(option.start(), "option", name, expected));
    }

    @Override
    public Optional<Objection> toValue(String key, String value) {
        return switch (key) {
            case "transport" -> oneOf(transports, key, value);
            case "path" -> oneOf(MachineAbilities.PATHS, key, value);
            case "requires" -> oneOf(MachineAbilities.KNOWN, key, value);
            case "link" -> link(value);
            case "profile" -> oneOf(TcpTuning.PROFILES, key, value);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Objection> toWhole(FrontMatter frontMatter) {
        boolean elsewhere = frontMatter.path().filter(WireAccess.WIRE::equals).isEmpty();
        return frontMatter
                .profile()
                .filter(profile -> elsewhere)
                .map(profile -> new Objection("profile", profile, "path: wire beside it"));
    }

    private static Optional<Objection> oneOf(List<String> known, String key, String value) {
        return known.contains(value)
                ? Optional.empty()
                : Optional.of(new Objection(key, value, NearestWord.expected(value, known)));
    }

    /** What the link's parser found, and what it expected, in the words it has at the prompt, too. */
    private static Optional<Objection> link(String value) {
        try {
            LinkSpec.parse(value);
            return Optional.empty();
        } catch (UsageException wrong) {
            return Optional.of(objection(0, "link", value, wrong));
        }
    }
}
