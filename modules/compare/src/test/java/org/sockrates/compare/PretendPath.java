package org.sockrates.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.link.TcpTuning;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.rule.Drop;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.Traits;
import org.sockrates.transport.UsageException;

/**
 * A path that pretends to see packets and to put every link to work: sockets over the loopback whose every send counts as
 * one packet, a link that does nothing and says that it lost what it was to lose, and switches of TCP that switch nothing.
 * It writes down what it was asked for.
 */
public final class PretendPath implements Path {
    private final List<String> links = new ArrayList<>();
    private final List<String> switches = new ArrayList<>();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong overruns = new AtomicLong();

    /** The links put to work, in their order. */
    public List<String> links() {
        return links;
    }

    /** The switches thrown, in their order. */
    public List<String> switches() {
        return switches;
    }

    /** From here on so many packets were lost before it could see them. */
    public void overruns(long packets) {
        overruns.set(packets);
    }

    @Override
    public String name() {
        return "pretend";
    }

    @Override
    public Optional<String> refusal(Traits traits, LinkSpec link) {
        return Optional.empty();
    }

    @Override
    public boolean countsTraffic() {
        return true;
    }

    @Override
    public Passage open(Traits traits, LinkSpec link) throws IOException {
        return new PretendPassage(
                new LoopbackPath().open(traits, LinkSpec.NONE), new Control(link), new Tuning(), this::report);
    }

    private LinkReport report(LinkReport passed) {
        return passed.plus(LinkReport.NONE.lostBefore("drop", lost.get(), 0))
                .plus(LinkReport.NONE.lostBefore("overrun", overruns.get(), 0));
    }

    private final class Control implements LinkControl {
        private LinkSpec inUse;

        private Control(LinkSpec link) {
            inUse = link;
        }

        @Override
        public LinkSpec link() {
            return inUse;
        }

        @Override
        public void use(LinkSpec link) {
            inUse = link;
            links.add(link.text());
            Stream.of(Way.values())
                    .flatMap(way -> link.rules(way).stream())
                    .filter(Drop.class::isInstance)
                    .flatMap(drop -> ((Drop) drop).packets().ranges().stream())
                    .forEach(range -> lost.addAndGet(range.last() - range.first() + 1));
        }
    }

    private final class Tuning implements TcpTuning {
        @Override
        public void profile(String name) {
            switches.add(name);
        }

        @Override
        public void set(String name, String value) {
            if (value.equals("nonsense")) {
                throw new UsageException("tcp: " + name, value, "something that exists");
            }
            switches.add(name + " " + value);
        }

        @Override
        public List<String> congestionControls() {
            return List.of("pretended", "reno");
        }
    }
}
