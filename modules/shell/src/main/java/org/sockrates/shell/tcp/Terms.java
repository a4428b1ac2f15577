package org.sockrates.shell.tcp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.wire.TcpSetting;

/** What {@code explain} says of the words of {@code tcp}: its figures and its settings. */
public final class Terms {
    private Terms() {}

    /** All of them. */
    public static List<String> words() {
        return Stream.concat(
                        Arrays.stream(Figure.values()).map(Figure::word),
                        Arrays.stream(TcpSetting.values()).map(TcpSetting::word))
                .toList();
    }

    /**
     * What a word means: a line, and paragraphs below; empty for a word that is none of them.
     *
     * @param typed in capitals or not, with {@code _} or a blank instead of {@code -}
     */
    public static Optional<List<String>> of(String typed) {
        String word = typed.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
        return Stream.concat(
                        Arrays.stream(Figure.values())
                                .filter(figure -> figure.word().equals(word))
                                .map(figure -> List.of(word + ": " + figure.brief(), figure.more())),
                        Arrays.stream(TcpSetting.values())
                                .filter(setting -> setting.word().equals(word))
                                .map(setting -> List.of(word + ": " + setting.told(), more(setting))))
                .findFirst();
    }

    private static String more(TcpSetting setting) {
        return SettingWords.of(setting) + " A setting of TCP's, in the kernel " + setting.sysctl()
                + "; on the wire:  tcp set " + setting.word();
    }
}
