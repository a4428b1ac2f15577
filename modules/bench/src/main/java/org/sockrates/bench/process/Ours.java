package org.sockrates.bench.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Our own ends, as commands: a Java machine of its own with the programs of {@code org.sockrates.bench.end}.
 *
 * @param flags of the Java machine
 */
public record Ours(List<String> flags, Map<String, String> words) {
    private static final Pattern PORT = Pattern.compile("^port ([\\d ]+)");
    private static final Duration LIMIT = Duration.ofSeconds(40);

    /** With the heap and collector every end has that needs no other. */
    public static Ours with(Map<String, String> words) {
        return new Ours(List.of("-XX:+UseSerialGC", "-Xmx256m"), words);
    }

    /** The same without the second compiler, as {@code scripts/sockrates} starts a server and a client. */
    public Ours asLaunched() {
        List<String> more = new ArrayList<>(flags);
        more.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:CICompilerCount=1"));
        return new Ours(more, words);
    }

    /** The same, told one thing more. */
    public Ours and(String key, Object value) {
        Map<String, String> more = new LinkedHashMap<>(words);
        more.put(key, value.toString());
        return new Ours(flags, more);
    }

    /** The command that starts an end. */
    public List<String> command(String end) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.sockrates.bench.end.End", end));
        command.add("limit=" + LIMIT.toMillis());
        words.forEach((key, value) -> command.add(key + "=" + value));
        return command;
    }

    /** Starts a child that measures or is measured; it lives no longer than its limit. */
    public static Child start(List<String> command) throws IOException {
        return Child.start(command, LIMIT);
    }

    /** The port a serving end says it can be reached at. */
    public static int port(Child server) throws IOException {
        return ports(server).get(0);
    }

    /** The ports a serving end says it can be reached at. */
    public static List<Integer> ports(Child server) throws IOException {
        String said = server.await(PORT).group(1);
        return Arrays.stream(said.split(" ")).map(Integer::valueOf).toList();
    }

    /** What an end says it has measured. */
    public static double result(Child end, String name) throws IOException {
        return Double.parseDouble(
                end.await(Pattern.compile("^result " + name + " (\\S+)")).group(1));
    }
}
