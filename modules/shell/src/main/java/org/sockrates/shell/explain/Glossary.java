package org.sockrates.shell.explain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sockrates.capture.analysis.Label;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.tcp.Terms;

/** The words {@code explain} knows that are no errno, with those that say the same. */
public final class Glossary {
    private Glossary() {}

    /** The words, by the command that shows them or by what they are about. */
    public static Map<String, List<String>> chapters() {
        Map<String, List<String>> chapters = new LinkedHashMap<>();
        chapters.put("calls", words("calls").toList());
        chapters.put("addresses", words("addresses").toList());
        chapters.put("servers", words("servers").toList());
        chapters.put("packets", words("packets").toList());
        chapters.put("tcp", Stream.concat(Terms.words().stream(), words("tcp")).toList());
        chapters.put(
                "status",
                Stream.concat(Arrays.stream(KernelState.values()).map(KernelState::word), words("status"))
                        .toList());
        chapters.put("ladder", words("ladder").toList());
        chapters.put("compare", words("compare").toList());
        chapters.put("path", words("path").toList());
        chapters.put("link", words("link").toList());
        chapters.put("options", options());
        chapters.put("capture", Arrays.stream(Label.values()).map(Label::text).toList());
        chapters.put("labs", words("labs").toList());
        chapters.put("textbooks", words("textbooks").toList());
        return chapters;
    }

    /** The names of all socket options. */
    public static List<String> options() {
        return Arrays.stream(OptionPage.values()).map(OptionPage::name).toList();
    }

    /** Words that lead to another one's page, each with that one. */
    public static Map<String, String> otherNames() {
        return OtherNames.ALL;
    }

    /** All words with a page of their own. */
    static Stream<Explained> explained() {
        return Stream.of(ShownWords.ALL, CallWords.ALL, PacketWords.ALL, TextbookWords.ALL)
                .flatMap(List::stream);
    }

    private static Stream<String> words(String chapter) {
        return explained().filter(each -> each.chapter().equals(chapter)).map(Explained::word);
    }

    /** All of them. */
    static List<String> words() {
        return chapters().values().stream().flatMap(List::stream).toList();
    }

    /** All of them, and those that lead to them. */
    static List<String> known() {
        return Stream.concat(words().stream(), otherNames().keySet().stream().sorted())
                .toList();
    }

    /**
     * What a word means: a line, and paragraphs below; empty for a word that is none of them.
     *
     * @param typed in capitals or not, of one or several, with {@code _} or a blank instead of {@code -}; a state by
     *     RFC 9293's name, too; a segment's flags as a ladder writes them
     */
    static Optional<List<String>> of(String typed) {
        return either(typed).or(() -> one(typed)).or(() -> either(typed + "s"));
    }

    private static Optional<List<String>> either(String typed) {
        return named(typed).or(() -> same(typed));
    }

    private static Optional<List<String>> same(String typed) {
        return OtherNames.ALL.entrySet().stream()
                .filter(same -> plain(same.getKey()).equals(plain(typed)))
                .findFirst()
                .flatMap(same -> named(same.getValue()));
    }

    /** Of several: {@code datagrams}. */
    private static Optional<List<String>> one(String typed) {
        return typed.endsWith("s") ? either(typed.substring(0, typed.length() - 1)) : Optional.empty();
    }

    private static Optional<List<String>> named(String typed) {
        return FlagsPage.of(typed)
                .or(() -> Terms.of(typed))
                .or(() -> page(typed, explained().toArray(Explained[]::new), Explained::word, Explained::page))
                .or(() -> page(typed, OptionPage.values(), OptionPage::name, OptionPage::page))
                .or(() -> page(typed, KernelState.values(), KernelState::word, StatePage::of))
                .or(() -> page(typed, KernelState.values(), StatePage::standard, StatePage::of))
                .or(() -> page(typed, Label.values(), Label::text, LabelPage::of))
                .or(() -> ComparePage.of(typed))
                .or(() -> page(typed, OptionPage.values(), OptionPage::bareName, OptionPage::page));
    }

    private static <T> Optional<List<String>> page(
            String typed, T[] all, Function<T, String> word, Function<T, List<String>> page) {
        return Arrays.stream(all)
                .filter(each -> plain(word.apply(each)).equals(plain(typed)))
                .findFirst()
                .map(page);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
