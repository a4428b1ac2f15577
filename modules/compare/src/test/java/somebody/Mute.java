package somebody;

import java.util.List;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;

/** An experiment from somebody's own jar that throws where it is to say one thing of itself. */
public final class Mute implements Experiment {
    public static final Measure HEARD = new Measure("heard", Unit.COUNT, "how much was heard");

    private final String unsaid;

    /** @param unsaid the method that throws */
    public Mute(String unsaid) {
        this.unsaid = unsaid;
    }

    @Override
    public String name() {
        return said("name", "mute");
    }

    @Override
    public String question() {
        return said("question", "what is heard?");
    }

    @Override
    public String method(Settings settings) {
        return said("method", "by ear");
    }

    @Override
    public List<Measure> measures() {
        return said("measures", List.of(HEARD));
    }

    @Override
    public Observations observe(Run run) {
        return Observations.of(HEARD.counted(1, 1));
    }

    @Override
    public String conclude(Result result) {
        return "so";
    }

    private <T> T said(String method, T answer) {
        if (method.equals(unsaid)) {
            throw new IllegalStateException("no " + method);
        }
        return answer;
    }
}
