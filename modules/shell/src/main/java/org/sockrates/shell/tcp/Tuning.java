package org.sockrates.shell.tcp;

import java.io.IOException;
import java.util.List;
import org.sockrates.link.TcpTuning;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.shell.wire.WirePlace;
import org.sockrates.transport.text.NearestWord;
import org.sockrates.wire.TcpSetting;
import org.sockrates.wire.TcpSettings;

/** Sets TCP's settings, on the wire alone: anywhere else they are the machine's. */
record Tuning(Session session, WireAccess wire) {
    /** Says nothing where it worked. */
    Reply set(String name, String value) throws IOException {
        TcpSetting setting = TcpSetting.of(name);
        TcpSettings settings = settings("tcp: set");
        try {
            settings.set(name, value);
        } catch (IOException refused) {
            String offered = name.equals(TcpTuning.CONGESTION)
                    ? "; it offers " + String.join(", ", settings.congestionControls())
                    : "";
            throw new MissingAbilityException(refused.getMessage() + offered);
        }
        return Reply.of(List.of(), SettingsTable.json(settings, setting));
    }

    /** Says what that profile is. */
    Reply profile(String name) throws IOException {
        if (!TcpTuning.PROFILES.contains(name)) {
            throw NearestWord.unknown("tcp: profile", name, TcpTuning.PROFILES);
        }
        TcpSettings settings = settings("tcp: profile");
        settings.profile(name);
        String told = name.equals(TcpTuning.TEXTBOOK)
                ? "textbook: reno, without " + String.join(" ", TcpSettings.beyondTextbook())
                : "shipped: as this kernel came";
        return Reply.of(List.of(told), SettingsTable.json(settings));
    }

    private TcpSettings settings(String where) throws IOException {
        return WirePlace.of(where, session, wire).tuning();
    }
}
