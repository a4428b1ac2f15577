package org.sockrates.lab.document;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads the front matter's {@code predict}: a mapping of question, choices, answer and because. */
final class PredictionReader {
    private static final String EXPECTED = "question, choices, answer (and because)";

    private final Values values;
    private String question = "";
    private List<String> choices = List.of();
    private String answer = "";
    private String because = "";

    private PredictionReader(Values values) {
        this.values = values;
    }

    static Optional<Prediction> read(Node node, Values values) {
        if (node instanceof MappingNode mapping) {
            return new PredictionReader(values).read(mapping);
        }
        values.complain(node, "predict", values.describe(node), EXPECTED);
        return Optional.empty();
    }

    private Optional<Prediction> read(MappingNode mapping) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = values.describe(entry.getKeyNode());
            Node value = entry.getValueNode();
            if (!seen.add(key)) {
                values.complain(entry.getKeyNode(), "duplicate key", "predict: " + key, "each key once");
            }
            switch (key) {
                case "question" -> question = values.text(key, value).orElse("");
                case "choices" -> choices = values.texts(key, value);
                case "answer" -> answer = values.text(key, value).orElse("");
                case "because" -> because = values.text(key, value).orElse("");
                default -> values.complain(entry.getKeyNode(), "unknown key", "predict: " + key, EXPECTED);
            }
        }
        if (question.isEmpty()
                || choices.size() < 2
                || choices.stream().distinct().count() != choices.size()) {
            values.complain(mapping, "predict", "incomplete", "a question and at least two different choices");
        } else if (!choices.contains(answer)) {
            values.complain(mapping, "predict", "answer: " + answer, "one of the choices, word for word");
        } else {
            return Optional.of(new Prediction(
                    question,
                    choices.stream()
                            .map(text -> new Prediction.Choice(text, text.equals(answer)))
                            .toList(),
                    because));
        }
        return Optional.empty();
    }
}
