import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints which share of the branches the tests took, module by module, from JaCoCo's table of the whole house: a test
 * counts for whatever it ran, in its own module or another. The build runs it at its end:
 * {@code java Coverage.java jacoco.csv true|false}; with {@code true} a share below its limit fails the build. Branches
 * taken only in processes the tests start are not counted.
 */
final class Coverage {
    private static final String INTERPRETER = "org.sockrates.shell.(command|words)([.].*)?";

    /** The least share, in percent, below which the build fails; to be raised, never lowered. */
    private static final Map<String, Integer> LEAST = Map.of("link", 90, "lab", 90, "the interpreter", 90, "all", 85);

    private Coverage() {}

    public static void main(String[] words) throws IOException {
        Path table = Path.of(words[0]);
        if (!Files.exists(table)) {
            System.out.println("branches taken by the tests: none were run");
            return;
        }
        Map<String, Share> shares = shares(Files.readAllLines(table));
        System.out.println("branches taken by the tests");
        shares.forEach((part, share) -> System.out.println(line(part, share)));
        boolean missed = shares.entrySet().stream()
                .anyMatch(each -> each.getValue().below(LEAST.getOrDefault(each.getKey(), 0)));
        if (missed && Boolean.parseBoolean(words[1])) {
            System.out.println("coverage: below a limit (expected: at least as stated above); add the missing tests");
            System.exit(1);
        }
    }

    /** The modules by name, then the interpreter, which is a part of one of them, then all modules. */
    private static Map<String, Share> shares(List<String> table) {
        Map<String, Share> modules = new TreeMap<>();
        Share interpreter = new Share(0, 0);
        Share all = new Share(0, 0);
        for (String row : table.subList(1, table.size())) {
            String[] cells = row.split(",", -1);
            Share share = new Share(Long.parseLong(cells[6]), Long.parseLong(cells[5]));
            modules.merge(module(cells[1]), share, Share::plus);
            interpreter = cells[1].matches(INTERPRETER) ? interpreter.plus(share) : interpreter;
            all = all.plus(share);
        }
        Map<String, Share> shares = new LinkedHashMap<>(modules);
        shares.put("the interpreter", interpreter);
        shares.put("all", all);
        return shares;
    }

    /** The module a package belongs to. */
    private static String module(String packageName) {
        List<String> words = List.of(packageName.split("[.]", -1));
        boolean ownTransport = words.size() > 3 && List.of("tcp", "udp", "rdt", "testkit").contains(words.get(3));
        return ownTransport ? words.get(2) + "-" + words.get(3) : words.get(2);
    }

    private static String line(String part, Share share) {
        return String.format(
                "  %-16s %5.1f %%  %5d of %5d%s", part, share.percent(), share.taken, share.all(), limits(part, share));
    }

    private static String limits(String part, Share share) {
        if (!LEAST.containsKey(part)) {
            return "";
        }
        int least = LEAST.get(part);
        return "   at least " + least + " %" + (share.below(least) ? ": MISSED" : "");
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
