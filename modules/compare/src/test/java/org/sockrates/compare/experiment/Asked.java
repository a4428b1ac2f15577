package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.sockrates.compare.Comparer;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Progress;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.compare.Settings;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Path;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.transport.Transport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

/** One experiment, asked of real sockets with small numbers. */
record Asked(Result result) {
    static final Settings QUICK = new Settings(7, true);
    static final List<Transport> BOTH = List.of(new TcpTransport(), new UdpTransport());

    static Asked of(Experiment experiment) {
        return of(experiment, new LoopbackPath(), LinkSpec.NONE);
    }

    static Asked of(Experiment experiment, Path path, LinkSpec link) {
        Comparison comparison = new Comparer(path, link, QUICK, Progress.SILENT).run(List.of(experiment), BOTH, 1);
        assertThat(comparison.partial()).isFalse();
        return new Asked(comparison.experiments().get(0));
    }

    double value(Measure measure, String transport) {
        assertThat(result.reading(measure, transport)).isNotInstanceOf(Reading.Absent.class);
        return result.value(measure, transport).orElseThrow();
    }

    /** How many samples a figure is of. */
    long samples(Measure measure, String transport) {
        assertThat(result.reading(measure, transport)).isInstanceOf(Reading.Measured.class);
        return ((Reading.Measured) result.reading(measure, transport)).n();
    }

    String reason(Measure measure, String transport) {
        assertThat(result.reading(measure, transport)).isInstanceOf(Reading.Absent.class);
        return ((Reading.Absent) result.reading(measure, transport)).reason();
    }
}
