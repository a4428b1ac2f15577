package somebody;

import java.io.IOException;
import java.util.List;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;

/** An experiment from somebody's own jar: not of our packages. What it does is given to it. */
public final class Rtt implements Experiment {
    public static final Measure TRIP = new Measure("trip", Unit.MICROSECONDS, "how long it took");

    private final Observing observing;
    private final Concluding concluding;

    /** What it sees. */
    public interface Observing {
        Observations observe(Run run) throws IOException;
    }

    /** What it says of that. */
    public interface Concluding {
        String conclude(Result result);
    }

    public Rtt(Observing observing, Concluding concluding) {
        this.observing = observing;
        this.concluding = concluding;
    }

    @Override
    public String name() {
        return "rtt";
    }

    @Override
    public String question() {
        return "how long?";
    }

    @Override
    public String method(Settings settings) {
        return "as told";
    }

    @Override
    public List<Measure> measures() {
        return List.of(TRIP);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        return observing.observe(run);
    }

    @Override
    public String conclude(Result result) {
        return concluding.conclude(result);
    }
}
