package org.sockrates.app.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which module may know which: arrows point down only, and only app knows which transports there are. */
class ArrowsTest {
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("transport", List.of()),
            Map.entry("transport.tcp", List.of("transport")),
            Map.entry("transport.udp", List.of("transport")),
            Map.entry("transport.rdt", List.of("transport")),
            Map.entry("transport.testkit", List.of("transport")),
            Map.entry("link", List.of("transport")),
            Map.entry("sim", List.of("link", "transport.rdt", "transport")),
            Map.entry("capture", List.of("transport")),
            Map.entry("wire", List.of("link", "capture", "transport")),
            Map.entry("compare", List.of("capture", "link", "transport")),
            Map.entry("lab", List.of()),
            Map.entry("report", List.of("compare", "transport")),
            Map.entry(
                    "shell",
                    List.of(
                            "lab",
                            "report",
                            "compare",
                            "wire",
                            "sim",
                            "link",
                            "capture",
                            "transport.rdt",
                            "transport")),
            Map.entry("app", List.of("shell", "sim", "link", "transport")));

    @Test
    void arrowsPointDownOnly() {
        TreeSet<String> wrong = new TreeSet<>();
        TreeSet<String> unused = allowed();
        int looked = 0;
        for (JavaClass from : House.CLASSES) {
            for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
                String target = module(arrow.getTargetClass());
                if (target.isEmpty() || target.equals(module(from))) {
                    continue;
                }
                looked++;
                unused.remove(module(from) + " -> " + target);
                if (!MAY_KNOW.get(module(from)).contains(target)) {
                    wrong.add(module(from) + " -> " + target + ": " + arrow.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(unused).as("arrows that nothing takes").isEmpty();
        assertThat(looked).as("arrows between modules").isGreaterThan(100);
    }

    private static TreeSet<String> allowed() {
        TreeSet<String> arrows = new TreeSet<>();
        MAY_KNOW.forEach((from, targets) -> targets.forEach(target -> arrows.add(from + " -> " + target)));
        return arrows;
    }

    /** Hosts know faults, faults know links, links know rules, and nobody knows who stands above. */
    @Test
    void arrowsWithinLinkPointDownOnly() {
        List<String> upwards = List.of("link.rule", "link", "link.fault", "link.relay");
        TreeSet<String> wrong = new TreeSet<>();
        TreeSet<String> seen = new TreeSet<>();
        for (JavaClass from : House.CLASSES) {
            if (!module(from).equals("link")) {
                continue;
            }
            int place = upwards.indexOf(part(from));
            seen.add(part(from));
            from.getDirectDependenciesFromSelf().stream()
                    .filter(arrow -> module(arrow.getTargetClass()).equals("link"))
                    .filter(arrow -> upwards.indexOf(part(arrow.getTargetClass())) > place)
                    .forEach(arrow -> wrong.add(arrow.getDescription()));
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(upwards);
    }

    private static String part(JavaClass each) {
        return each.getPackageName().replace("org.sockrates.", "");
    }

    @Test
    void everyModuleHasItsPlaceInThePicture() {
        TreeSet<String> seen = new TreeSet<>();
        House.CLASSES.forEach(each -> seen.add(module(each)));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(MAY_KNOW.keySet());
    }

    /** So that one can be read after another: what a package stands on comes before it. */
    @Test
    void thePackagesOfCaptureMakeNoCircle() {
        slices().matching("org.sockrates.capture.(*)..")
                .should()
                .beFreeOfCycles()
                .check(House.CLASSES);
    }

    /** The module a class lives in, by its package; empty for classes that are not ours. */
    private static String module(JavaClass each) {
        String[] words = each.getPackageName().split("\\.", -1);
        if (words.length < 3 || !words[1].equals("sockrates")) {
            return "";
        }
        boolean ownModule = words.length > 3 && MAY_KNOW.containsKey(words[2] + "." + words[3]);
        return ownModule ? words[2] + "." + words[3] : words[2];
    }
}
