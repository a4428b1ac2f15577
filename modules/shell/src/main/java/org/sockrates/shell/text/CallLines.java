package org.sockrates.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sockrates.capture.ladder.ShortText;
import org.sockrates.transport.Arguments.Data;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/** A call as strace prints it, where there may not be room enough for all of it. */
public final class CallLines {
    /**
     * How much of a payload a call quotes. So many letters fit into a line of 80 columns; of bytes that are no text, which
     * take four columns each, the line of a call on its own is longer.
     */
    public static final int QUOTED_BYTES = 24;

    /** A port has one to five digits: what is shown is the same for all of them. */
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}(?=[,)])");

    private static final String LONGEST_PORT = ":00000";

    private static final int LEAST_PAYLOAD = 8;
    private static final String HANG = "    ";

    private CallLines() {}

    /**
     * A call among others, in one line as a rule. Where there is no room the end of the payload is left out first, then the
     * text behind the errno; only then is the line folded.
     *
     * @param before what stands in front of the call: its time, who made it
     * @param after what stands behind it
     */
    public static List<String> listed(String before, SocketEvent event, String after) {
        int room = Fold.WIDTH - before.length() - after.length();
        String call = shortened(event, room);
        if (columns(call) > room) {
            int told = told(event).length();
            String plain = call.substring(0, call.length() - told);
            call = columns(plain) <= room ? plain : call;
        }
        return columns(call) <= room ? List.of(before + call + after) : Fold.hanging(before, HANG, call + after);
    }

    /**
     * A call on its own: in one line, which a lab compares, with all that is quoted of its payload. Only the text behind the
     * errno goes below where there is no room for it.
     *
     * @param after what stands behind the call
     */
    public static List<String> alone(SocketEvent event, String after) {
        String told = told(event);
        String call = CallText.of(event);
        if (told.isEmpty() || columns(call) + after.length() <= Fold.WIDTH) {
            return List.of(call + after);
        }
        List<String> lines = new ArrayList<>(List.of(call.substring(0, call.length() - told.length())));
        lines.addAll(Fold.hanging(HANG, told.strip() + after));
        return lines;
    }

    private static int columns(String call) {
        return PORT.matcher(call).replaceAll(LONGEST_PORT).length();
    }

    /** What stands behind an errno: {@code  (Broken pipe)}; empty where the call did not fail. */
    private static String told(SocketEvent event) {
        return event.outcome() instanceof Failed failed ? " (" + failed.errno().text() + ")" : "";
    }

    /** The call with a payload short enough for the room, if that is possible. */
    private static String shortened(SocketEvent event, int room) {
        String whole = CallText.of(event);
        if (!(event.arguments() instanceof Data data)) {
            return whole;
        }
        String payload = data.quoted();
        int most = Math.max(LEAST_PAYLOAD, payload.length() - (columns(whole) - room));
        String fitted = ShortText.fit(payload, most);
        int at = whole.indexOf(payload);
        return fitted.isEmpty() ? whole : whole.substring(0, at) + fitted + whole.substring(at + payload.length());
    }
}
