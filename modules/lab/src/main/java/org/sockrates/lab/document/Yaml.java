package org.sockrates.lab.document;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.sockrates.lab.expect.Complaint;

/** YAML within limits: 16,384 characters, no aliases, four levels. Text to nodes that know their places. */
final class Yaml {
    /** What its complaints are about. */
    static final String WHAT = "front matter";

    private static final String COLON = "mapping values are not allowed";
    private static final String QUOTED = "in quotes what has a colon in it: remember: \"a: b\"";
    private static final int MOST_CHARACTERS = 16_384;
    private static final int DEEPEST = 4;

    private Yaml() {}

    static Optional<Node> compose(String yaml, Complaints complaints) {
        if (yaml.length() > MOST_CHARACTERS) {
            complain(complaints, 0, 0, yaml.length() + " characters", "at most " + MOST_CHARACTERS);
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MOST_CHARACTERS)
                .setMaxAliasesForCollections(0)
                .setAllowRecursiveKeys(false)
                .setAllowNonScalarKeys(true) // the reader has a better message for them
                .build();
        try {
            if (shallow(settings, yaml, complaints)) {
                return new Compose(settings).composeString(yaml);
            }
        } catch (MarkedYamlEngineException wrong) {
            Optional<Mark> mark = wrong.getProblemMark();
            int line = mark.map(Mark::getLine).orElse(0);
            int column = mark.map(Mark::getColumn).orElse(0);
            String problem = String.valueOf(wrong.getProblem());
            complain(complaints, line, column, problem, problem.startsWith(COLON) ? QUOTED : "YAML");
        } catch (YamlEngineException wrong) {
            complain(complaints, 0, 0, String.valueOf(wrong.getMessage()), "YAML");
        }
        return Optional.empty();
    }

    // The composer calls itself for each level; the parser below it does not.
    private static boolean shallow(LoadSettings settings, String yaml, Complaints complaints) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias -> {
                    return refuse(event, "an alias", "no aliases", complaints);
                }
                default -> {}
            }
            if (depth > DEEPEST) {
                return refuse(event, "more than " + DEEPEST + " levels", "at most " + DEEPEST, complaints);
            }
        }
        return true;
    }

    private static boolean refuse(Event event, String actual, String expected, Complaints complaints) {
        int line = event.getStartMark().map(Mark::getLine).orElse(0);
        int column = event.getStartMark().map(Mark::getColumn).orElse(0);
        complain(complaints, line, column, actual, expected);
        return false;
    }

    private static void complain(Complaints complaints, int line, int column, String actual, String expected) {
        complaints.add(new Complaint(fileLine(line), column + 1, WHAT, actual, expected));
    }

    /** The line of the file, from a line of the YAML counted from 0: a {@code ---} stands above it. */
    static int fileLine(int yamlLine) {
        return yamlLine + 2;
    }
}
