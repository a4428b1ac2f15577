package org.sockrates.capture.ladder;

import java.util.List;
import java.util.stream.Stream;
import org.sockrates.transport.Arguments.Data;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

/**
 * A call short enough for a margin: {@code send(4,"hello")=5}. Addresses are left out, they stand at the head of the
 * ladder, and so are flags and buffer sizes. Of an option its name and value are more telling than the call.
 */
final class CallMargin {
    private static final int WIDEST_MESSAGE = 60;

    private CallMargin() {}

    /** The call where a line may be long, as in words and on a page: all of it but what there is too much of a message. */
    static String told(SocketEvent event) {
        return of(event, event.arguments() instanceof Data ? WIDEST_MESSAGE : Integer.MAX_VALUE);
    }

    /** The call in at most so many columns. */
    static String of(SocketEvent event, int width) {
        String ending = ending(event);
        String number = event.call() == Call.SOCKET ? "" : Integer.toString(event.socket());
        String opening = event.call().word() + "(" + number;
        List<String> arguments = arguments(event);
        String option = String.join(" ", arguments);
        boolean fits = opening.length() + 1 + option.length() + ending.length() <= width;
        if (event.call() == Call.SETSOCKOPT && !arguments.isEmpty() && !fits) {
            return event.outcome() instanceof SocketEvent.Failed failed
                    ? failed(
                            option + ending.substring(1),
                            option,
                            arguments.get(0),
                            failed.errno().name(),
                            width)
                    : ShortText.fit(option, width);
        }
        int room = width - opening.length() - ending.length() - arguments.size();
        StringBuilder text = new StringBuilder(opening);
        for (String argument : arguments) {
            String fitted = ShortText.fit(argument, Math.max(room, 0));
            if (!fitted.isEmpty()) {
                text.append(',').append(fitted);
                room -= fitted.length();
            }
        }
        String whole = text.append(ending).toString();
        return event.outcome() instanceof SocketEvent.Failed failed
                ? failed(
                        whole,
                        opening + ")",
                        event.call().word(),
                        failed.errno().name(),
                        width)
                : ShortText.fit(whole, width);
    }

    /** Why it failed is told whole: errnos begin alike, and the call stands beside its arrow. */
    private static String failed(String whole, String call, String word, String errno, int width) {
        return Stream.of(whole, call + " " + errno, word + " " + errno, errno)
                .filter(text -> text.length() <= width)
                .findFirst()
                .orElseGet(() -> ShortText.fit(errno, width));
    }

    private static List<String> arguments(SocketEvent event) {
        if (event.arguments() instanceof Data data
                && (event.value() > 0 || !event.call().receives())) {
            return event.isUrgent() ? List.of(data.quoted(), Flag.MSG_OOB.word()) : List.of(data.quoted());
        }
        return switch (event.call()) {
            case LISTEN, SHUTDOWN, SETSOCKOPT -> event.arguments().words();
            default -> List.of();
        };
    }

    private static String ending(SocketEvent event) {
        if (event.outcome() instanceof SocketEvent.Failed failed) {
            return ")=-1 " + failed.errno();
        }
        if (event.outcome() instanceof SocketEvent.Returned returned) {
            return ")=" + returned.value() + (returned.cutBytes() > 0 ? " cut " + returned.cutBytes() : "")
                    + (returned.remark() == SocketEvent.Remark.RESET ? " reset" : "");
        }
        return ") ...";
    }
}
