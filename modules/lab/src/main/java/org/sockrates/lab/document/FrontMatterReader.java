package org.sockrates.lab.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.sockrates.lab.expect.Complaint;
import org.sockrates.lab.expect.Durations;
import org.sockrates.lab.expect.ScriptLine;

/** Reads front matter key by key, so that every wrong one is reported, with its place. */
final class FrontMatterReader {
    private static final String KEYS =
            "schema title question transport path link profile seed limit points requires program"
                    + " takes hint predict remember source";

    private final Values values;
    private final Vocabulary vocabulary;
    private final FrontMatter.Builder builder = new FrontMatter.Builder();

    private FrontMatterReader(Values values, Vocabulary vocabulary) {
        this.values = values;
        this.vocabulary = vocabulary;
    }

    static FrontMatter read(SourceText text, Vocabulary vocabulary, Complaints complaints) {
        int lines = text.frontMatterLines();
        if (lines < 0) {
            complaints.add(new Complaint(1, 1, Yaml.WHAT, "never ends", "a second line ---"));
        }
        if (lines <= 0) {
            return FrontMatter.EMPTY;
        }
        String yaml = text.lines().subList(1, lines - 1).stream()
                .map(ScriptLine::text)
                .collect(Collectors.joining("\n"));
        Optional<Node> root = Yaml.compose(yaml, complaints);
        if (root.isEmpty()) {
            return FrontMatter.EMPTY;
        }
        Values values = new Values(complaints);
        return new FrontMatterReader(values, vocabulary).read(root.get());
    }

    private FrontMatter read(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            values.complain(root, Yaml.WHAT, values.describe(root), "lines such as title: hello over TCP");
            return FrontMatter.EMPTY;
        }
        Map<String, Node> seen = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Node key = entry.getKeyNode();
            String name = values.describe(key);
            if (seen.putIfAbsent(name, entry.getValueNode()) == null) {
                set(name, key, entry.getValueNode());
            } else {
                values.complain(key, "duplicate key", name, "each key once");
            }
        }
        FrontMatter whole = builder.build();
        boolean told = whole.program().map(ProgramRole::isStarted).orElse(seen.containsKey("program"));
        if (seen.containsKey("takes") && !told) {
            String role = whole.program().map(ProgramRole::word).orElse("no program");
            values.complain(seen.get("takes"), "takes", role, "program: server or client, which is told of them");
        }
        vocabulary
                .toWhole(whole)
                .ifPresent(wrong -> values.complain(
                        seen.getOrDefault(wrong.what(), root), wrong.what(), wrong.actual(), wrong.expected()));
        return whole;
    }

    private void set(String key, Node at, Node value) {
        switch (key) {
            case "schema" -> values.text(key, value).ifPresent(schema -> checkSchema(value, schema));
            case "title" -> builder.title = values.text(key, value);
            case "question" -> builder.question = values.text(key, value);
            case "transport" -> builder.transport = word(key, value);
            case "path" -> builder.path = word(key, value);
            case "link" -> builder.link = word(key, value);
            case "profile" -> builder.profile = word(key, value);
            case "seed" -> builder.seed = values.whole(key, value, 0, Long.MAX_VALUE);
            case "limit" -> builder.limit = values.parsed(key, value, "a time such as 30s", Durations::parse);
            case "points" ->
                builder.points =
                        values.whole(key, value, 0, LabDocument.MOST_POINTS).map(Long::intValue);
            case "requires" -> {
                builder.requires = values.texts(key, value);
                builder.requires.forEach(ability -> object(key, value, ability));
            }
            case "program" ->
                builder.program = values.parsed(key, value, "server, client or protocol", ProgramRole::parse);
            case "takes" -> builder.takes = TakenNames.read(value, values);
            case "hint" -> builder.hints = values.texts(key, value);
            case "predict" -> builder.prediction = PredictionReader.read(value, values);
            case "remember" -> builder.remember = values.text(key, value);
            case "source" -> builder.source = values.text(key, value);
            default -> values.complain(at, "unknown key", key, KEYS);
        }
    }

    private Optional<String> word(String key, Node value) {
        Optional<String> text = values.text(key, value);
        text.ifPresent(word -> object(key, value, word));
        return text;
    }

    private void object(String key, Node at, String word) {
        vocabulary
                .toValue(key, word)
                .ifPresent(wrong -> values.complain(at, wrong.what(), wrong.actual(), wrong.expected()));
    }

    private void checkSchema(Node at, String schema) {
        if (schema.equals(FrontMatter.SCHEMA)) {
            return;
        }
        boolean newer = schema.matches("sockrates/lab/[1-9][0-9]{0,8}");
        values.complain(at, "schema", schema, FrontMatter.SCHEMA + (newer ? "; this lab needs a newer Sockrates" : ""));
    }
}
