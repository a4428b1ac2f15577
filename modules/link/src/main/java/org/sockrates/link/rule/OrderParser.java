package org.sockrates.link.rule;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/** Reads {@code [upstream|downstream] drop|delay|duplicate|corrupt next|3rd [KIND] [TIME]}. */
final class OrderParser {
    private static final String WHERE = "order";
    private static final List<String> DEEDS =
            Arrays.stream(Order.Deed.values()).map(Order.Deed::word).toList();

    private final Words words;

    OrderParser(String text) {
        words = new Words(WHERE, text);
    }

    Order parse() {
        Way way = way();
        Order.Deed deed = deed();
        long nth =
                Ordinal.parse(WHERE + ": " + deed.word(), words.take(deed.word(), "next, or which one, such as 3rd"));
        PacketKind kind = words.kindIf();
        Duration delay = deed == Order.Deed.DELAY ? words.duration(deed.word()) : Duration.ZERO;
        if (words.hasNext()) {
            String word = words.take();
            throw new UsageException(
                    WHERE,
                    word,
                    kind == null && deed != Order.Deed.DELAY
                            ? NearestWord.expected(word, PacketKind.WORDS)
                            : "nothing more");
        }
        return new Order(deed, kind, nth, way, delay);
    }

    private @Nullable Way way() {
        for (Way way : Way.values()) {
            if (words.takeIf(way.word())) {
                return way;
            }
        }
        return null;
    }

    private Order.Deed deed() {
        String word = words.take("nothing", String.join(" ", DEEDS));
        Optional<Order.Deed> deed = Arrays.stream(Order.Deed.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
        return deed.orElseThrow(() -> NearestWord.unknown(WHERE, word, DEEDS));
    }
}
