package org.sockrates.shell.tcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.link.TcpTuning;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.wire.WirePlace;
import org.sockrates.wire.TcpSetting;
import org.sockrates.wire.TcpSettings;
import org.sockrates.wire.TcpSwitch;

/** TCP's settings as they are: those of the wire, or the machine's. */
final class SettingsTable {
    private SettingsTable() {}

    static Reply of(Session session) throws IOException {
        List<TcpSwitch> all = known(session).switches();
        Columns table = new Columns("setting", "now", "", "textbook", "what it does");
        for (TcpSwitch each : all) {
            table.row(each.word(), text(each.now()), each.changed() ? "*" : "", text(each.textbook()), each.told());
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(Fold.hanging("", footer(session, all)));
        return Reply.of(lines, all.stream().map(SettingsTable::json).toList());
    }

    private static String footer(Session session, List<TcpSwitch> all) {
        if (!(session.place() instanceof WirePlace)) {
            return "These are this machine's and stay as they are; on the wire they can be set:  path wire";
        }
        return (all.stream().anyMatch(TcpSwitch::changed) ? "* not as this kernel came. " : "")
                + "What is set holds for sockets opened from then on; some of it at once.";
    }

    /** One setting, and for congestion control what else there is. */
    static Reply of(Session session, String word) throws IOException {
        TcpSetting.of(word);
        TcpSettings settings = known(session);
        TcpSwitch one = one(settings, word);
        boolean chosen = word.equals(TcpTuning.CONGESTION);
        String others = chosen ? "; this kernel lists " + String.join(", ", TcpSettings.listedControls()) : "";
        return Reply.of(Fold.line(word + " " + text(one.now()) + ": " + one.told() + others), json(one));
    }

    private static TcpSettings known(Session session) throws IOException {
        TcpSettings settings = session.place() instanceof WirePlace place ? place.tuning() : TcpSettings.here();
        if (settings.values().values().stream().allMatch(Optional::isEmpty)) {
            throw new MissingAbilityException("tcp: settings: this system does not tell them (expected: Linux, with"
                    + " /proc/sys/net); everything but  tcp  works here");
        }
        return settings;
    }

    private static TcpSwitch one(TcpSettings settings, String word) {
        return settings.switches().stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Optional<String> value) {
        return value.orElse("n/a");
    }

    static Object json(TcpSettings settings) {
        return settings.switches().stream().map(SettingsTable::json).toList();
    }

    static Object json(TcpSettings settings, TcpSetting setting) {
        return json(one(settings, setting.word()));
    }

    private static Object json(TcpSwitch one) {
        return Json.object(
                "setting", one.word(),
                "value", one.now().orElse(null),
                "shipped", one.shipped().orElse(null),
                "textbook", one.textbook().orElse(null),
                "changed", one.changed(),
                "told", one.told());
    }
}
