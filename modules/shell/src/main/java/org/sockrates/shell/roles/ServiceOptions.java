package org.sockrates.shell.roles;

import com.beust.jcommander.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.words.Payload;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Service;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.service.ChargenService;
import org.sockrates.transport.service.DiscardService;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.service.PingerService;
import org.sockrates.transport.service.ReplyService;
import org.sockrates.transport.text.PercentText;

/** What a server answers: at most one of these options. */
final class ServiceOptions {
    @Parameter(names = "--reply", description = "answer every message with this text", placeholder = "TEXT")
    private @Nullable Word reply;

    @Parameter(names = "--echo", description = "send back what came (RFC 862); without any of these, too")
    private boolean echo;

    @Parameter(names = "--discard", description = "say nothing (RFC 863)")
    private boolean discard;

    @Parameter(names = "--chargen", description = "send characters without end (RFC 864)")
    private boolean chargen;

    @Parameter(
            names = "--pinger",
            description = "echo in capitals, but stay silent at this rate",
            placeholder = "PERCENT")
    private @Nullable Double silence;

    /** A service, and how it is told. */
    record Choice(Service service, String told) {}

    /** Whether what is chosen needs a seed. */
    boolean drawsLots() {
        return silence != null;
    }

    Choice choose(SessionFiles files, long seed) throws IOException {
        List<Choice> chosen = new ArrayList<>();
        if (reply != null) {
            byte[] bytes = Payload.read(List.of(reply), files);
            chosen.add(new Choice(new ReplyService(bytes), "reply of " + bytes.length + " bytes"));
        }
        if (discard) {
            chosen.add(new Choice(new DiscardService(), "discard"));
        }
        if (chargen) {
            chosen.add(new Choice(new ChargenService(), "chargen"));
        }
        if (silence != null) {
            String told = "pinger, silent " + PercentText.print(silence * 100) + ", seed " + seed;
            chosen.add(new Choice(new PingerService(silence, seed), told));
        }
        if (echo || chosen.isEmpty()) {
            chosen.add(new Choice(new EchoService(), "echo"));
        }
        if (chosen.size() > 1) {
            throw new UsageException("server: " + chosen.get(0).service().name() + " and "
                    + chosen.get(1).service().name() + " (expected: one service); start two servers");
        }
        return chosen.get(0);
    }
}
