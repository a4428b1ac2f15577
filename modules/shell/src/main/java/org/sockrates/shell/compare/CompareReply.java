package org.sockrates.shell.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.Comparison;
import org.sockrates.report.JsonReport;
import org.sockrates.report.TextReport;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Reply;

/** The end of a comparison: for people the summary, since the results were shown as they came; for programs all of it. */
record CompareReply(Comparison found) implements Reply {
    @Override
    public List<String> lines() {
        return TextReport.summary(found).lines().toList();
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
