package org.sockrates.lab.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML nodes as the types a key wants; a wrong type is a complaint at its place. */
final class Values {
    private final Complaints complaints;

    Values(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Text that is not blank. */
    Optional<String> text(String key, Node node) {
        return parsed(key, node, "a text", text -> text.isBlank() ? Optional.empty() : Optional.of(text.strip()));
    }

    /** One text, or a list of texts. */
    List<String> texts(String key, Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> text(key, item).ifPresent(texts::add));
        } else {
            text(key, node).ifPresent(texts::add);
        }
        return texts;
    }

    /** A whole number in decimal digits. */
    Optional<Long> whole(String key, Node node, long least, long most) {
        return parsed(
                key,
                node,
                least + " to " + most,
                text -> digits(text).filter(number -> number >= least && number <= most));
    }

    private static Optional<Long> digits(String text) {
        if (!text.matches("[0-9]{1,19}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** A scalar that a parser accepts. */
    <T> Optional<T> parsed(String key, Node node, String expected, Function<String, Optional<T>> parser) {
        Optional<T> value =
                node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                        ? parser.apply(scalar.getValue())
                        : Optional.empty();
        if (value.isEmpty()) {
            complain(node, key, describe(node), expected);
        }
        return value;
    }

    /** What a node is, for an error message. */
    String describe(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank() ? "empty" : scalar.getValue();
        }
        return node instanceof MappingNode ? "a mapping" : "a list";
    }

    void complain(Node at, String what, String actual, String expected) {
        complaints.add(Yaml.complaint(at.getStartMark(), what, actual, expected));
    }
}
