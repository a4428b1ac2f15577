package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sockrates.app.program.HandedIn.without;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.app.process.Lessons;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** The labs that judge what courses set: a right program in two languages has all points, a wrong one those of its fault not. */
@Execution(ExecutionMode.CONCURRENT)
final class YourServersTest extends OwnMachine {
    private static final String WEB = "42";
    private static final String PROXY = "43";
    private static final String STORE = "44";

    private static final String IN_A_THREAD = "threading.Thread(target=serve, args=(peer,), daemon=True).start()";
    private static final String TYPED = "#   $   ";
    private static final String COMMAND = "      tcp> ";

    /** Whatever was handed in, in whichever language. */
    private static final String STARTS =
            "for class in *.java; do [ ! -e \"$class\" ] || exec \"$0\" -XX:TieredStopAtLevel=1 \"$class\" \"$@\"; done;"
                    + " exec python3 program.py \"$@\"";

    @TempDir
    private Path handedIn;

    private final Map<String, Wrong> wrong = new TreeMap<>();
    private final List<String> right = new ArrayList<>();
    private HandedIn programs;

    /**
     * What is to become of one that is wrong.
     *
     * @param points it still has
     * @param command where it has none, as the lab has it
     */
    private record Wrong(int points, String command) {}

    @BeforeEach
    void set() {
        assumeTrue(Tools.find("python3").isPresent(), "no python3 here");
        programs = new HandedIn(handedIn, sockrates);
    }

    private void passes(String name, String program) throws IOException {
        programs.handIn("program.py", Map.of(name, program));
        right.add(name);
    }

    private void fails(String name, String program, int points, String command) throws IOException {
        programs.handIn("program.py", Map.of(name, program));
        wrong.put(name, new Wrong(points, command));
    }

    /** @param words behind the program's own */
    private void areFoundOut(String lab, int points, String python, String java, String... words)
            throws IOException, InterruptedException {
        programs.handIn("program.py", Map.of("right", python));
        programs.handIn("Right.java", Map.of("right-java", java));
        String jvm = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Ended ended = sockrates.run(Stream.concat(
                        Stream.of("grade", lab, "--submissions", handedIn.toString(), "--", "sh", "-c", STARTS, jvm),
                        Stream.of(words))
                .toArray(String[]::new));
        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(row(ended, "right")).as("%s", ended).contains(points + " " + points);
        assertThat(row(ended, "right-java")).as("%s", ended).contains(points + " " + points);
        for (String name : right) {
            assertThat(row(ended, name)).as("%s", ended).contains(points + " " + points);
        }
        for (Map.Entry<String, Wrong> each : wrong.entrySet()) {
            assertThat(row(ended, each.getKey()))
                    .as("%s", ended)
                    .contains(each.getValue().points() + " " + points);
            assertThat(about(ended, each.getKey()))
                    .as("%s: %s", each.getKey(), ended)
                    .anyMatch(line -> line.startsWith(COMMAND + each.getValue().command()));
        }
    }

    /** Its points, and all there are. */
    private static Optional<String> row(Ended ended, String name) {
        return ended.out().stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.replaceAll("\\S+ +(\\d+) of (\\d+) .*", "$1 $2"))
                .reduce((first, last) -> last);
    }

    private List<String> about(Ended ended, String name) {
        return ended.out().subList(ended.out().indexOf(name) + 1, ended.out().size()).stream()
                .takeWhile(line -> !wrong.containsKey(line))
                .toList();
    }

    /** As the lab tells whoever is graded to make it. */
    private Path site() throws IOException, InterruptedException {
        Path lab = Lessons.labs().stream()
                .filter(each -> String.valueOf(each.getFileName()).startsWith(WEB))
                .findFirst()
                .orElseThrow();
        List<String> told = Files.readAllLines(lab).stream()
                .filter(line -> line.startsWith(TYPED))
                .map(line -> line.substring(TYPED.length()))
                .toList();
        assertThat(told).hasSize(3);
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", String.join("\n", told)).directory(folder.toFile());
        assertThat(Started.start(shell, Files.createDirectory(folder.resolve("shell")))
                        .ended()
                        .status())
                .isZero();
        return folder.resolve("site");
    }

    @Test
    void webServers() throws IOException, InterruptedException {
        String web = YourProgramsTest.resource("web.py");
        String select = web.substring(0, web.indexOf("def serve")) + YourProgramsTest.resource("web-in-turn.txt");

        passes("many-lines", without(web, "Content-Length", "X: y\\r\\n".repeat(20) + "Content-Length"));
        fails("in-turn", without(web, IN_A_THREAD, "serve(peer)"), 8, "recv ann");
        fails(
                "one-recv",
                without(web, "while b\"\\r\\n\\r\\n\" not", "if b\"\\r\\n\\r\\n\" not")
                        .replace("if b\"\\r\\n\\r\\n\" in", "if b\"/\" in"),
                8,
                "recv dan");
        fails("text", without(web, "\"rb\"", "\"r\"").replace("file.read()", "file.read().encode()"), 8, "recv dan");
        fails("no-404", without(web, "404 Not Found", "200 OK"), 9, "client localhost {port} \"GET /nothing");
        fails(
                "leads-out",
                without(web, "not path.startswith(FOLDER + os.sep)", "False"),
                8,
                "client localhost {port} \"GET");
        fails("first-64k", without(web, "file.read()", "file.read(65536)"), 7, "recv bob");
        fails("brittle", select, 7, "recv bob");
        fails(
                "stays",
                without(web, "sendall(answer(request))", "sendall(answer(request)); peer.recv(1)"),
                7,
                "recv bob");
        areFoundOut(WEB, 10, web, YourProgramsTest.resource("Web.java"), "{port}", site().toString());
    }

    @Test
    void proxies() throws IOException, InterruptedException {
        String proxy = YourProgramsTest.resource("proxy.py");
        String end = "there.shutdown(socket.SHUT_WR)";
        String bothWays = proxy.substring(proxy.indexOf("back ="), proxy.indexOf("\ndoor ="));
        String inTurns = """
                while some := client.recv(4096):
                                upstream.sendall(some)
                                client.sendall(upstream.recv(4096))
                """;

        fails(
                "in-turn",
                without(proxy, "threading.Thread(target=serve, args=(client,)).start()", "serve(client)"),
                8,
                "accept door --as bobs");
        fails("text", without(proxy, "sendall(some)", "sendall(some.decode('latin-1').encode())"), 8, "recv anns 11");
        fails("closes-both", without(proxy, end, end + "; here.close(); there.close()"), 8, "recv anns 11");
        fails("no-end", without(proxy, end, "pass"), 8, "recv ann ");
        fails("by-turns", without(proxy, bothWays, inTurns), 8, "recv ann ");
        fails("ends-at-refusal", without(proxy, "return  # nobody", "import os; os._exit(1)  # nobody"), 9, "recv eve");
        areFoundOut(PROXY, 10, proxy, YourProgramsTest.resource("Proxy.java"), "{port}", "{up}");
    }

    @Test
    void stores() throws IOException, InterruptedException {
        String store = YourProgramsTest.resource("store.py");
        String asked = "signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))";
        String gone = "        except ConnectionError";
        String reuse = "door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)";

        fails("ends-with-143", without(store, asked, ""), 8, "program stop");
        fails("waits-for-dan", without(store, ", daemon=True", ""), 8, "program stop");
        fails("forgets", without(store, "load()\nkept", "kept"), 8, "recv eve 17");
        fails(
                "one-word",
                without(store, "line.rstrip(b\"\\n\").split(b\" \", 1)", "line.split()[:2]"),
                8,
                "recv eve 17");
        fails("half-a-line", without(store, gone, "            rest and answer(rest)\n" + gone), 8, "recv eve 5");
        fails("no-reuse", without(store, reuse, ""), 8, "program start");
        areFoundOut(STORE, 10, store, YourProgramsTest.resource("Store.java"), "{port}");
    }
}
