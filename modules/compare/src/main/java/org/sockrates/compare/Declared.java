package org.sockrates.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sockrates.transport.Stranger;

/**
 * What an experiment says of itself, asked once. Where one of somebody's own throws instead, the reason stands in the place
 * of its words.
 *
 * @param measures at least one
 * @param fault why it did not say what it looks at, so that there is nothing to ask; empty where it did
 */
record Declared(
        Experiment experiment,
        String name,
        String question,
        String method,
        List<Measure> measures,
        Optional<String> fault) {
    private static final Measure UNTOLD = new Measure("measures", Unit.COUNT, "what it looks at, which it did not say");

    static Declared by(Experiment experiment, Settings settings) {
        String name = words(experiment, "name", experiment::name);
        String question = words(experiment, "question", experiment::question);
        String method = words(experiment, "method", () -> experiment.method(settings));
        return answer(
                experiment,
                () -> new Declared(
                        experiment,
                        name,
                        question,
                        method,
                        List.copyOf(Objects.requireNonNull(
                                experiment.measures(), "measures answered nothing (expected: a list)")),
                        Optional.empty()),
                reason -> new Declared(experiment, name, question, method, List.of(UNTOLD), Optional.of(reason)));
    }

    private static String words(Experiment experiment, String asked, Supplier<String> words) {
        return answer(
                experiment,
                () -> Objects.requireNonNull(words.get(), asked + " answered nothing (expected: words)"),
                reason -> reason);
    }

    /**
     * What an experiment answers.
     *
     * @param otherwise is given the reason where one of somebody's own throws; what one of ours throws is a bug
     */
    static <T> T answer(Experiment experiment, Supplier<T> asked, Function<String, T> otherwise) {
        try {
            return asked.get();
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            Optional<String> own = Stranger.told(failure, experiment);
            if (own.isEmpty()) {
                throw failure;
            }
            return otherwise.apply(own.get());
        }
    }
}
