package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.transport.SplitMix64;

/** Whether a reader sees where one message ended and the next began. */
final class Boundaries implements Experiment {
    static final Measure READS =
            new Measure("reads", Unit.CALLS, "receives it took to read everything, with room for 64 KiB in each");
    static final Measure WRITES = new Measure("writes", Unit.CALLS, "sends that wrote it");
    static final Measure KEPT =
            new Measure("boundaries_kept", Unit.YES_NO, "whether every receive gave exactly one send");
    static final Measure SHORT_READS = new Measure(
            "short_reads", Unit.CALLS, "receives it took with room for " + Boundaries.ROOM + " bytes in each");
    static final Measure CUT =
            new Measure("cut_bytes", Unit.BYTES, "bytes lost for good because they did not fit into the reader's room");

    static final Measure MISSING =
            new Measure("missing_sends", Unit.CALLS, "sends that did not come, where each receive had room", true);

    private static final int WORDS = 5;
    private static final int ROOM = 6;
    private static final int WIDE = 65_536;

    @Override
    public String name() {
        return "boundaries";
    }

    @Override
    public String question() {
        return "if I send " + WORDS + " times, how often must you receive?";
    }

    @Override
    public String method(Settings settings) {
        return WORDS + " sends at once, then the reader begins; again with room for " + ROOM
                + " bytes (~n: n bytes cut)";
    }

    @Override
    public List<Measure> measures() {
        return List.of(READS, WRITES, KEPT, MISSING, SHORT_READS, CUT);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        List<String> words = words(run.settings().seed());
        Pieces wide = read(run, words, WIDE);
        Pieces narrow = read(run, words, ROOM);
        List<String> drawing = List.of(
                "wrote      " + map(words), "read       " + wide.map(), "read by " + ROOM + "  " + narrow.map());
        String nothing = "nothing arrived";
        boolean any = !wide.texts.isEmpty();
        boolean anyShort = !narrow.texts.isEmpty();
        return Observations.of(
                        any ? READS.counted(WORDS, wide.texts.size()) : READS.absent(nothing),
                        WRITES.counted(WORDS, WORDS),
                        any ? KEPT.held(WORDS, wide.areEachOneOf(words)) : KEPT.absent(nothing),
                        any ? missing(wide, words) : MISSING.absent(nothing),
                        anyShort ? SHORT_READS.counted(WORDS, narrow.texts.size()) : SHORT_READS.absent(nothing),
                        anyShort ? CUT.counted(WORDS, narrow.cutBytes) : CUT.absent(nothing))
                .drawn(drawing);
    }

    /** Absent where some did not come that may come yet. */
    private static Figure missing(Pieces pieces, List<String> words) {
        long missing = pieces.missing(words);
        return missing > 0 && !pieces.complete
                ? MISSING.absent(Missing.UNDER_WAY)
                : MISSING.counted(words.size(), missing);
    }

    /** Words of one letter each, of lengths drawn with the seed; the third does not fit into the small room. */
    private static List<String> words(long seed) {
        SplitMix64 lots = new SplitMix64(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            int length = i == 2 ? 9 : 3 + lots.nextInt(6);
            words.add(Character.toString('a' + i).repeat(length));
        }
        return words;
    }

    private static Pieces read(Run run, List<String> words, int room) throws IOException {
        try (Meeting meeting = Meeting.arrange(run)) {
            for (String word : words) {
                meeting.client().send(ByteBuffer.wrap(word.getBytes(StandardCharsets.US_ASCII)));
            }
            meeting.finish();
            // the reader begins when everything is there, so that it is not its speed that is seen
            run.awaitStillness();
            Pieces pieces = new Pieces();
            Ear ear = Ear.on(meeting.server(), run);
            ByteBuffer into = ByteBuffer.allocateDirect(room);
            while (ear.hear(into.clear()) >= 0) {
                pieces.add(into.flip(), meeting.server().truncatedBytes());
            }
            pieces.complete = ear.isSure();
            return pieces;
        }
    }

    private static String map(List<String> words) {
        return "[" + String.join("][", words) + "]";
    }

    /** What each receive gave. */
    private static final class Pieces {
        private final List<String> texts = new ArrayList<>();
        private final List<String> drawn = new ArrayList<>();
        private long cutBytes;
        /** Whether nothing more can come. */
        private boolean complete;

        void add(ByteBuffer piece, int cut) {
            String text = StandardCharsets.ISO_8859_1.decode(piece).toString();
            texts.add(text);
            drawn.add(text.replaceAll("[^a-z]", "?") + (cut > 0 ? "~" + cut : ""));
            cutBytes += cut;
        }

        boolean areEachOneOf(List<String> words) {
            return texts.stream().allMatch(text -> words.stream().anyMatch(word -> isOf(word, text)));
        }

        /** Of a stream a word may come in two pieces. */
        long missing(List<String> words) {
            String all = String.join("", texts);
            return words.stream()
                    .filter(word -> !all.contains(word) && texts.stream().noneMatch(text -> isOf(word, text)))
                    .count();
        }

        /** A link may have spoilt a bit of it: that is no boundary lost. */
        private static boolean isOf(String word, String text) {
            long equal = IntStream.range(0, Math.min(word.length(), text.length()))
                    .filter(i -> word.charAt(i) == text.charAt(i))
                    .count();
            return word.length() == text.length() && 2 * equal > word.length();
        }

        String map() {
            return drawn.isEmpty() ? "(nothing)" : Boundaries.map(drawn);
        }
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, READS, column -> {
            String kept = switch (column.held(KEPT)) {
                case ALWAYS -> "each a whole send";
                case AT_TIMES -> "at times each a whole send";
                case NEVER -> "with no trace of the sends";
            };
            return "gave " + came(column) + " in "
                    + column.counted(READS, "receive") + ", " + kept + column.knownIn(READS)
                    + (column.greatest(CUT) > 0
                            ? ", and cut off " + column.counted(CUT, "byte") + column.atWorst(CUT)
                                    + " where the room was short" + column.knownIn(CUT)
                            : "");
        });
    }

    /** {@code 5 sends}, or {@code 4 of 5 sends}, or {@code some of 5 sends (…)} with why nobody knows how many. */
    private static String came(Column column) {
        String sends = column.counted(WRITES, "send");
        if (!column.has(MISSING)) {
            return "some of " + sends + " (" + column.reason(MISSING) + ")";
        }
        double missing = column.number(MISSING);
        return missing > 0 ? FigureText.number(Unit.COUNT, column.number(WRITES) - missing) + " of " + sends : sends;
    }
}
