package org.sockrates.shell.spoil;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PacketHost;
import org.sockrates.link.rule.Order;
import org.sockrates.link.rule.Ordinal;
import org.sockrates.link.rule.Way;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/**
 * An order as it is typed behind {@code link}: {@code drop next data}, {@code upstream delay 2 3rd 200ms}.
 *
 * @param link the word of the link it is for; null where it names none
 */
record PacketOrder(@Nullable String link, Order order) {
    private static final List<String> WAYS =
            Arrays.stream(Way.values()).map(Way::word).toList();
    private static final List<String> DEEDS =
            Arrays.stream(Order.Deed.values()).map(Order.Deed::word).toList();

    /** The words an order can begin with. */
    static final List<String> WORDS =
            Stream.concat(DEEDS.stream(), WAYS.stream()).toList();

    /** Reads the words behind the first. */
    static PacketOrder read(String first, Operands operands, Links links) throws IOException {
        boolean way = WAYS.contains(first);
        String deed = way ? operands.next(String.join(", ", DEEDS)).text() : first;
        if (!DEEDS.contains(deed)) {
            throw NearestWord.unknown("link: " + first, deed, DEEDS);
        }
        String link = links.named(operands).orElse(null);
        if (!operands.more()) {
            throw new UsageException("link: " + deed + ": too few words (expected: next, or which one: 3rd"
                    + (deed.equals("drop") ? "; or the number of a link, to end it" : "") + ")");
        }
        List<Word> rest = operands.rest("next");
        String order = way ? first + " " + deed : deed;
        String which = rest.get(0).text();
        String words = Word.joined(rest);
        if (!which.equals("next") && !which.matches("[0-9]+(st|nd|rd|th)")) {
            if (link != null && isNone(link, links)) {
                throw new UsageException("link: " + deed + ": " + SafeText.quote(link)
                        + " (expected: a link, next, or which one: 3rd)" + thatOne(order, link, words));
            }
            throw new UsageException(
                    "link: " + deed + ": " + SafeText.quote(which) + " (expected: next, or which one: 3rd); "
                            + meant(link == null ? "" : link + " ", order, deed, words));
        }
        return new PacketOrder(link, Order.parse(order + " " + words));
    }

    private static boolean isNone(String link, Links links) throws IOException {
        return links.all().stream().noneMatch(known -> known.word().equals(link));
    }

    /** What is meant, perhaps, by the number of no link. */
    private static String thatOne(String order, String number, String words) {
        if (!number.matches("[1-9][0-9]{0,8}")) {
            return "";
        }
        String meant = order + " " + Ordinal.print(Long.parseLong(number)) + " " + words;
        return reads(() -> Order.parse(meant)) ? "; for that one:  link " + SafeText.escape(meant) : "";
    }

    /** @param at the link that was named, and a blank; else nothing */
    private static String meant(String at, String order, String deed, String words) {
        if (reads(() -> Order.parse(order + " next " + words))) {
            return "for one to come:  link " + order + " " + at + "next " + SafeText.escape(words);
        }
        if (reads(() -> LinkSpec.parse(order + " " + words, 0))) {
            return "as a rule:  link use " + at + order + " " + SafeText.escape(words);
        }
        return "for every packet:  link use " + at + (deed.equals("drop") ? "loss" : deed) + " …";
    }

    private static boolean reads(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (UsageException otherwise) {
            return false;
        }
    }

    /** Gives it to its link, or to the one that is meant where it names none. */
    Reply give(Links links) throws IOException {
        if (links.all().isEmpty()) {
            throw new MissingAbilityException(
                    "link: " + order.deed().word() + ": there is no link yet (expected: one to"
                            + " order); of datagrams:  link add udp PORT, of segments:  path wire");
        }
        NamedLink given = links.of("link: " + order.deed().word(), link);
        PacketHost.of(given.host(), order.text()).order(order);
        String line = given.title() + ": ordered: " + order.text();
        return Reply.of(List.of(line), Json.object("link", given.word(), "order", order.text()));
    }
}
