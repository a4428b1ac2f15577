package org.sockrates.shell.learn;

import java.util.List;
import java.util.Optional;
import org.sockrates.lab.document.LabFolder;
import org.sockrates.lab.document.Vocabulary;
import org.sockrates.link.LinkSpec;
import org.sockrates.shell.command.Registry;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Scan;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/** The words this shell knows, for a lab that is read but not run. */
final class LabVocabulary implements Vocabulary {
    private final Registry registry;
    private final List<String> transports;
    private final List<String> paths;

    LabVocabulary(Registry registry, List<String> transports, List<String> paths) {
        this.registry = registry;
        this.transports = transports;
        this.paths = paths;
    }

    @Override
    public Optional<Objection> toCommand(String line, LabFolder folder) {
        Scan scan = Lexer.scan(line);
        UsageException trouble = scan.trouble();
        if (trouble != null) {
            return Optional.of(new Objection("command", line, String.valueOf(trouble.getMessage())));
        }
        if (scan.words().isEmpty()) {
            return Optional.of(new Objection("command", line, "a command behind the prompt"));
        }
        String word = scan.words().get(0).text();
        return registry.lookup(word).isPresent()
                ? Optional.empty()
                : Optional.of(new Objection("command", word, NearestWord.expected(word, registry.words())));
    }

    @Override
    public Optional<Objection> toValue(String key, String value) {
        return switch (key) {
            case "transport" -> oneOf(transports, key, value);
            case "path" -> oneOf(paths, key, value);
            case "requires" -> oneOf(MachineAbilities.KNOWN, key, value);
            case "link" -> link(value);
            default -> Optional.empty();
        };
    }

    private static Optional<Objection> oneOf(List<String> known, String key, String value) {
        return known.contains(value)
                ? Optional.empty()
                : Optional.of(new Objection(key, value, NearestWord.expected(value, known)));
    }

    private static Optional<Objection> link(String value) {
        try {
            LinkSpec.parse(value);
            return Optional.empty();
        } catch (UsageException wrong) {
            return Optional.of(new Objection("link", value, String.valueOf(wrong.getMessage())));
        }
    }
}
