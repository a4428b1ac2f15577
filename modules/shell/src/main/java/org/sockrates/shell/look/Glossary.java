package org.sockrates.shell.look;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sockrates.capture.KernelState;
import org.sockrates.capture.analysis.Label;
import org.sockrates.shell.tcp.Terms;

/** The words {@code explain} knows that are no errno, by the command that shows them. */
public final class Glossary {
    private Glossary() {}

    /** The words each command shows. */
    public static Map<String, List<String>> chapters() {
        Map<String, List<String>> chapters = new LinkedHashMap<>();
        chapters.put("tcp", Terms.words());
        chapters.put(
                "status",
                Stream.concat(Arrays.stream(KernelState.values()).map(KernelState::word), shown("status"))
                        .toList());
        chapters.put("ladder", shown("ladder").toList());
        chapters.put("compare", shown("compare").toList());
        chapters.put("path", shown("path").toList());
        chapters.put("options", options());
        chapters.put("capture", Arrays.stream(Label.values()).map(Label::text).toList());
        chapters.put("labs", shown("labs").toList());
        return chapters;
    }

    /** The names of all socket options. */
    public static List<String> options() {
        return Arrays.stream(OptionPage.values()).map(OptionPage::name).toList();
    }

    private static Stream<String> shown(String chapter) {
        return Arrays.stream(ShownWord.values())
                .filter(shown -> shown.chapter().equals(chapter))
                .map(ShownWord::word);
    }

    /** All of them. */
    static List<String> words() {
        return chapters().values().stream().flatMap(List::stream).toList();
    }

    /**
     * What a word means: a line, and paragraphs below; empty for a word that is none of them.
     *
     * @param typed in capitals or not, with {@code _} or a blank instead of {@code -}; a state by RFC 9293's name, too
     */
    static Optional<List<String>> of(String typed) {
        return Terms.of(typed)
                .or(() -> page(typed, ShownWord.values(), ShownWord::word, ShownWord::page))
                .or(() -> page(typed, OptionPage.values(), OptionPage::name, OptionPage::page))
                .or(() -> page(typed, KernelState.values(), KernelState::word, StatePage::of))
                .or(() -> page(typed, KernelState.values(), StatePage::standard, StatePage::of))
                .or(() -> page(typed, Label.values(), Label::text, LabelPage::of))
                .or(() -> ComparePage.of(typed));
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
