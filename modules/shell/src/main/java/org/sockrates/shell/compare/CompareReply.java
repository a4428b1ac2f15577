package org.sockrates.shell.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.experiment.Steps;
import org.sockrates.report.JsonReport;
import org.sockrates.report.TextReport;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.SafeText;

/**
 * The end of a comparison: for people the summary, since the results were shown as they came; for programs all of it.
 *
 * @param steps transports from the plainest on, each built a step further; empty for none
 */
record CompareReply(Comparison found, List<String> steps) implements Reply {
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(TextReport.summary(found).lines().toList());
        Steps.of(found, steps).ifPresent(sentence -> {
            lines.add("");
            lines.addAll(Fold.hanging("  > ", SafeText.escape(sentence)));
        });
        return lines;
    }

    @Override
    public @Nullable Object json() {
        return JsonReport.document(found);
    }

    @Override
    public int status() {
        return found.partial() ? ExitStatus.INTERRUPTED : ExitStatus.OK;
    }
}
