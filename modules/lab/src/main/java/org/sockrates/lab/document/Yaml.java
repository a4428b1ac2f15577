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

    private static final int MOST_CHARACTERS = 16_384;
    private static final int DEEPEST = 4;

    private Yaml() {}

    static Optional<Node> compose(String yaml, Complaints complaints) {
        if (yaml.length() > MOST_CHARACTERS) {
            complain(complaints, Optional.empty(), yaml.length() + " characters", "at most " + MOST_CHARACTERS);
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
            complaints.add(YamlProblem.told(yaml, wrong));
        } catch (YamlEngineException wrong) {
            complain(complaints, Optional.empty(), String.valueOf(wrong.getMessage()), "YAML");
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
                    complain(complaints, event.getStartMark(), "an alias", "no aliases");
                    return false;
                }
                default -> {}
            }
            if (depth > DEEPEST) {
                String levels = "more than " + DEEPEST + " levels";
                complain(complaints, event.getStartMark(), levels, "at most " + DEEPEST);
                return false;
            }
        }
        return true;
    }

    private static void complain(Complaints complaints, Optional<Mark> at, String actual, String expected) {
        complaints.add(complaint(at, WHAT, actual, expected));
    }

    /** About a place in the YAML, whose lines and columns count from 0, and above which a {@code ---} stands. */
    static Complaint complaint(Optional<Mark> at, String what, String actual, String expected) {
        int line = at.map(Mark::getLine).orElse(0);
        int column = at.map(Mark::getColumn).orElse(0);
        return new Complaint(line + 2, column + 1, what, actual, expected);
    }
}
