package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.conversation.ActorEvent;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent.Failed;

/** What a close does: SO_LINGER 0 makes it a reset. */
final class LingeringTest {
    private static final String RESET = "close\\(4\\)=0 +├── reset ┄";
    private static final String END = "close\\(4\\)=0 +├── end of stream ┄";

    @Test
    void noTimeAtAllIsAReset() {
        assertThat(Stories.tcp().option(4, "SO_LINGER", "0").close(4).drawn()).containsPattern(RESET);
        assertThat(Stories.tcp().option(4, "so_linger", "00").close(4).drawn()).containsPattern(RESET);
    }

    @Test
    void theLastThatWasSetBeforeCounts() {
        assertThat(lingers("0", "off")).containsPattern(END);
        assertThat(lingers("0", "5")).containsPattern(END);
        assertThat(lingers("off", "0")).containsPattern(RESET);
        assertThat(Stories.tcp().close(4).option(4, "SO_LINGER", "0").drawn()).containsPattern(END);
    }

    @Test
    void noOtherOptionDoesIt() {
        assertThat(Stories.tcp().option(4, "TCP_NODELAY", "0").close(4).drawn()).containsPattern(END);
    }

    @Test
    void whatCouldNotBeSetIsNot() {
        Story story = Stories.tcp().option(4, "SO_LINGER", "0");
        story.call(4, Call.SETSOCKOPT, new Failed(Errno.EINVAL, ""), new Option("SO_LINGER", "off"));
        assertThat(story.close(4).drawn()).containsPattern(RESET);
    }

    /** What it had when it accepted him, not what it got later. */
    @Test
    void whoIsAcceptedHasWhatTheListeningSocketHad() {
        Story before = new Story("tcp").socket(3).option(3, "SO_LINGER", "0").bind(3, 7);
        Story later = new Story("tcp").door(3, 7);
        assertThat(accepted(before.listen(3, 5)).close(5).drawn()).containsPattern("┄ reset ──┤ close\\(5\\)");
        assertThat(accepted(later).option(3, "SO_LINGER", "0").close(5).drawn())
                .containsPattern("┄ end of stream ──┤ close\\(5\\)");
    }

    /** The journal keeps so many events. */
    @Test
    void ofWhoseBeginningIsForgottenNobodyKnows() {
        List<ActorEvent> events = Stories.tcp().close(4).events();
        assertThat(drawn(events.subList(4, events.size()))).contains("connect(4", "├── close ┄");
        List<ActorEvent> read = Stories.tcp().close(4).end(5).events();
        assertThat(drawn(read.subList(4, read.size()))).contains("─ end of stream ─");
        List<ActorEvent> set =
                Stories.tcp().option(4, "SO_LINGER", "0").close(4).events();
        assertThat(drawn(set.subList(4, set.size()))).contains("├── reset ┄");
    }

    private static String lingers(String first, String second) {
        return Stories.tcp()
                .option(4, "SO_LINGER", first)
                .option(4, "SO_LINGER", second)
                .close(4)
                .drawn();
    }

    private static Story accepted(Story door) {
        return door.socket(4).connect(4, 40_004, 7).accept(3, 5, 40_004);
    }

    private static String drawn(List<ActorEvent> events) {
        List<String> all = Drawn.all(events, SeenTraffic.NONE);
        return all.get(all.size() - 1);
    }
}
