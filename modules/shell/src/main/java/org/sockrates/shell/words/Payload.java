package org.sockrates.shell.words;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.WholeText;

/**
 * The bytes people mean: text, {@code hex:48 65}, {@code #1000} (a thousand filler bytes), {@code file:PATH}, the path in
 * quotes where it has blanks. What was quoted as a whole is text, whatever it looks like; but where only bytes can have been
 * meant, nothing is sent.
 */
public final class Payload {
    /** The longest payload, in bytes. */
    public static final int MOST_BYTES = 16 << 20;

    /** How a word begins that names the file to read. */
    public static final String FILE = "file:";

    private static final String HEX = "hex:";

    private static final int MOST_SHOWN = 40;

    /** Pairs of digits; with blanks between, people reach for quotes, and not to have text. */
    private static final Pattern PAIRS = Pattern.compile("([0-9a-fA-F]{2})+");

    /** A payload by itself, or the beginning of one. */
    private static final Pattern FORM = Pattern.compile("#[0-9]+|hex:.*|" + FILE + ".+");

    /** So many bytes that somebody has to read before all of them are sent. */
    private static final Pattern MUCH = Pattern.compile("#([0-9]{8,}|[5-9][0-9]{6})|" + FILE + ".*");

    private Payload() {}

    /**
     * Whether a payload is more than buffers hold, or may be.
     *
     * @param words the payload, and what stands before it
     * @param before how many words may stand before it; where there are more, they are text with it
     */
    public static boolean needsReader(List<String> words, int before) {
        int last = words.size() - 1;
        return last >= 0 && last <= before && MUCH.matcher(words.get(last)).matches();
    }

    /**
     * Reads a payload.
     *
     * @param words one, or more than one, which are joined by a blank
     * @param files where {@code file:} reads
     * @throws UsageException for what is no payload, and for what would be sent as text and was not meant so
     */
    public static byte[] read(List<Word> words, PayloadFiles files) throws IOException {
        Word first = words.get(0);
        String form = first.literal() ? "" : first.text();
        if (form.startsWith(HEX)) {
            return hex(words);
        }
        Optional<String> file = fileName(first);
        if (words.size() == 1 && file.isPresent()) {
            return files.read(file.get());
        }
        if (words.size() == 1 && form.length() > 1 && form.charAt(0) == '#') {
            return filler(WholeText.parse("payload", form.substring(1), 0, MOST_BYTES));
        }
        refuseWhatIsNotMeant(words);
        refuseFile(words, files);
        List<String> texts = new ArrayList<>();
        for (Word word : words) {
            texts.add(word.literal() ? word.text() : Escapes.all(word.text()));
        }
        return bytes(String.join(" ", texts));
    }

    /**
     * Reads a payload that is one word, as the value of an option is.
     *
     * @throws UsageException as {@link #read}
     */
    public static byte[] one(Word word, PayloadFiles files) throws IOException {
        if (isHexWithBlanks(word.text().strip())) {
            String digits = word.text().strip().substring(HEX.length()).replaceAll("\\s", "");
            throw new UsageException(
                    "payload: in quotes it is text", word.text(), HEX + shortened(digits) + " without them");
        }
        return read(List.of(word), files);
    }

    private static String shortened(String digits) {
        return digits.length() <= MOST_SHOWN ? SafeText.escape(digits) : "…";
    }

    private static void refuseWhatIsNotMeant(List<Word> words) {
        String only = words.size() == 1 ? words.get(0).text() : "";
        if (isHexWithBlanks(only.strip())) {
            String bytes = shortened(only.strip().substring(HEX.length()));
            throw new UsageException(
                    "payload: in quotes it is text",
                    only,
                    HEX + bytes + " without them; to send that text, without them too:  \\x68ex:" + bytes);
        }
        boolean quotedSome = words.stream().anyMatch(Word::literal);
        for (Word word : words) {
            if (quotedSome && !word.literal() && FORM.matcher(word.text()).matches()) {
                throw new UsageException(
                        "payload: beside others it is text",
                        word.text(),
                        "all of it hex:, or " + FILE + "PATH; in quotes to send it as text");
            }
        }
    }

    /** A name with blanks that was quoted with its {@code file:}, or not at all. */
    private static void refuseFile(List<Word> words, PayloadFiles files) {
        String text = String.join(" ", words.stream().map(Word::text).toList());
        boolean alike = words.size() == 1 || words.stream().noneMatch(Word::literal);
        if (alike && text.startsWith(FILE) && text.indexOf(' ') > 0 && files.isThere(text.substring(FILE.length()))) {
            String name = SafeText.escape(text.substring(FILE.length()));
            throw new UsageException(
                    "payload: so typed it is text, and there is such a file",
                    text,
                    SafeText.escape(Quotes.around(text)) + " to send the file; to send that text:  \\x66ile:" + name);
        }
    }

    /** As it is typed for bytes, between quotes. */
    private static boolean isHexWithBlanks(String text) {
        if (!text.startsWith(HEX) || text.chars().noneMatch(Character::isWhitespace)) {
            return false;
        }
        return Arrays.stream(text.substring(HEX.length()).strip().split("\\s+"))
                .allMatch(pairs -> PAIRS.matcher(pairs).matches());
    }

    /** The file that a payload of this one word is read from, where it is of that form. */
    public static Optional<String> fileName(Word word) {
        return word.literal() || !word.text().startsWith(FILE)
                ? Optional.empty()
                : Optional.of(word.text().substring(FILE.length()));
    }

    /** Whether a word only says what the bytes are: a file's, or so many of filler. */
    public static boolean isShort(Word word) {
        return fileName(word).isPresent() || (!word.literal() && word.text().matches("#.+"));
    }

    /** So many bytes that one can count by eye: the alphabet, again and again. */
    static byte[] filler(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) ('a' + i % 26);
        }
        return bytes;
    }

    private static byte[] hex(List<Word> words) {
        StringBuilder digits = new StringBuilder();
        for (Word word : words) {
            digits.append(word.text());
        }
        String all = digits.substring(HEX.length()).replace(" ", "").replace(":", "");
        if (!all.matches("([0-9a-fA-F]{2})*")) {
            throw new UsageException("payload", digits.toString(), "pairs of hexadecimal digits: hex:4865");
        }
        return HexFormat.of().parseHex(all);
    }

    /** UTF-8, and each stowed-away byte as itself. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            boolean stowed = !end && stowed(text, i);
            if (end || stowed) {
                out.writeBytes(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
                start = i + 1;
            }
            if (stowed) {
                out.write(text.charAt(i) - 0xDC00);
            }
        }
        return out.toByteArray();
    }

    private static boolean stowed(String text, int index) {
        char c = text.charAt(index);
        boolean lone = index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        return lone && c >= 0xDC80 && c <= 0xDCFF;
    }
}
