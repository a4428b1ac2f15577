import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints which share of the branches the tests took, part by part of the house, from JaCoCo's table. The build runs it
 * at its end: {@code java Coverage.java jacoco.csv true|false}; with {@code true} a share below its limit fails the
 * build. Branches taken only in processes the tests start are not counted.
 */
final class Coverage {
    private static final String ALL = "all";
    private static final Map<String, Integer> LEAST_PERCENT = Map.of(ALL, 85, "link", 90, "lab", 90, "interpreter", 90);

    private Coverage() {}

    public static void main(String[] words) throws IOException {
        if (!Files.exists(Path.of(words[0]))) {
            System.out.println("branches taken by the tests: none were run");
            return;
        }
        boolean enforced = Boolean.parseBoolean(words[1]);
        Map<String, Share> shares = new TreeMap<>();
        List<String> rows = Files.readAllLines(Path.of(words[0]));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            Share share = new Share(Long.parseLong(cells[6]), Long.parseLong(cells[5]));
            shares.merge(part(cells[1]), share, Share::plus);
            shares.merge(ALL, share, Share::plus);
        }
        System.out.println("branches taken by the tests");
        shares.forEach((part, share) -> System.out.println(line(part, share)));
        if (enforced && shares.entrySet().stream().anyMatch(each -> each.getValue().below(least(each.getKey())))) {
            System.out.println("coverage: below a limit (expected: at least as stated above); add the missing tests");
            System.exit(1);
        }
    }

    /** The module of a package, or the package itself where it has a limit of its own. */
    private static String part(String packageName) {
        List<String> words = List.of(packageName.split("\\.", -1));
        if (words.contains("interpreter")) {
            return "interpreter";
        }
        boolean ownTransport = words.size() > 3 && List.of("tcp", "udp", "testkit").contains(words.get(3));
        return ownTransport ? words.get(2) + "-" + words.get(3) : words.get(2);
    }

    private static int least(String part) {
        return LEAST_PERCENT.getOrDefault(part, 0);
    }

    private static String line(String part, Share share) {
        String limit = least(part) == 0 ? "" : "   at least " + least(part) + " %" + (share.below(least(part)) ? ", MISSED" : "");
        return String.format("  %-16s %5.1f %%  %5d of %5d%s", part, share.percent(), share.taken, share.all(), limit);
    }

    private record Share(long taken, long missed) {
        Share plus(Share other) {
            return new Share(taken + other.taken, missed + other.missed);
        }

        long all() {
            return taken + missed;
        }

        double percent() {
            return all() == 0 ? 100 : 100.0 * taken / all();
        }

        boolean below(int percent) {
            return percent() < percent;
        }
    }
}
