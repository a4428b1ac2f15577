package org.sockrates.compare;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which of several runs of one transport is in the middle by its first figure: it is drawn. */
final class MedianRun {
    private MedianRun() {}

    /**
     * The place of the run that has the median of the first measure, among those alike there of the second, and so on; of an
     * even number the lower of the two in the middle. Runs without any value do not count, nor measures that others have no
     * value of.
     *
     * @param runs at least one
     */
    static int of(List<Observations> runs, Collection<Measure> measures) {
        List<Integer> known = IntStream.range(0, runs.size())
                .filter(run -> measures.stream().anyMatch(measure -> has(runs.get(run), measure)))
                .boxed()
                .toList();
        if (known.isEmpty()) {
            return 0;
        }
        Comparator<Integer> order = measures.stream()
                .filter(measure -> known.stream().allMatch(run -> has(runs.get(run), measure)))
                .map(measure -> Comparator.comparingDouble(
                        (Integer run) -> runs.get(run).reading(measure).value().orElseThrow()))
                .reduce((first, next) -> first.thenComparing(next))
                .orElse(Comparator.comparingInt(run -> run));
        return known.stream().sorted(order).toList().get((known.size() - 1) / 2);
    }

    private static boolean has(Observations run, Measure measure) {
        return run.reading(measure).value().isPresent();
    }
}
