package org.sockrates.wire;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The private network namespace a wire lives in. A JVM cannot enter one once its threads run; therefore the command this
 * process was started by is started again under {@code unshare}, <em>in its place</em>: the process keeps its number, its
 * terminal, its streams and its parent, so that signals reach the new one and its exit status is the old one's. The
 * namespace ends with the last process in it, also after {@code kill -9}.
 */
public final class Namespace {
    /** Set inside to the name of the namespace outside, so that a process knows that it need not start again. */
    public static final String VARIABLE = "SOCKRATES_NAMESPACE";

    /** A fresh namespace has a loopback that is down. */
    private static final List<String> LOOPBACK_UP = List.of("sh", "-c", "ip link set lo up; exec \"$@\"", "sh");

    private static final Path SELF = Path.of("/proc/self");
    private static final int F_SETFD = 2; // asm-generic/fcntl.h
    private static final int FD_CLOEXEC = 1; // asm-generic/fcntl.h
    private static final int FIRST_OF_OURS = 3; // behind what every program begins with: stdin(3)

    private Namespace() {}

    /** How a namespace is made. */
    public enum Way {
        /** As root. */
        NET("unshare --net", "root may make one"),
        /** As anybody: a user namespace, in which one is root over a network namespace. */
        USER("unshare --user --map-root-user --net", "everybody may make one");

        private final String words;
        private final String told;

        Way(String words, String told) {
            this.words = words;
            this.told = told;
        }

        /** The words in front of the program. */
        public List<String> words() {
            return List.of(words.split(" ", -1));
        }

        String told() {
            return told;
        }
    }

    /** Whether this process is in a namespace made for it, where a wire can be made. */
    public static boolean inside() {
        String outside = System.getenv(VARIABLE);
        return outside != null && !outside.isEmpty() && !outside.equals(current());
    }

    /** The name of the network namespace this process is in, {@code net:[4026531840]}; empty where there are none. */
    static String current() {
        try {
            return Files.readSymbolicLink(SELF.resolve("ns/net")).toString();
        } catch (IOException notLinux) {
            return "";
        }
    }

    /**
     * Starts the command of this process again inside a namespace, with other words for the program. When it succeeds it
     * does not return: no line of this program runs any more, no shutdown hook either. What is to be written or closed
     * must have been before.
     *
     * @param oldWords how many of the words at the end of this process's command line are the program's own
     * @param newWords what takes their place
     * @throws WireUnavailableException when this machine has no namespaces for us
     * @throws IllegalStateException when this process is inside already
     */
    public static void startAgain(int oldWords, List<String> newWords) throws IOException {
        if (inside()) {
            throw new IllegalStateException("inside a namespace already");
        }
        List<String> ours = commandLine();
        List<String> command = new ArrayList<>(ours.subList(0, ours.size() - oldWords));
        command.add(1, asBytes("-Duser.home=" + System.getProperty("user.home"))); // of who is root there, it is root's
        newWords.forEach(word -> command.add(asBytes(word)));
        replaceBy(freshFor(command));
    }

    /**
     * The command that runs another in a fresh namespace, with a loopback that is up.
     *
     * @throws WireUnavailableException when this machine has no namespaces for us
     */
    public static List<String> freshFor(List<String> command) throws IOException {
        List<String> fresh = new ArrayList<>(way().words());
        fresh.addAll(List.of("env", VARIABLE + "=" + current()));
        fresh.addAll(LOOPBACK_UP);
        fresh.addAll(command);
        return fresh;
    }

    /**
     * The first way that works here.
     *
     * @throws WireUnavailableException when none does
     * @throws IOException when nothing can be started just now
     */
    static Way way() throws IOException {
        Optional<Way> way = WireAbility.way();
        if (way.isPresent()) {
            return way.get();
        }
        throw new WireUnavailableException(
                WireAbility.look().missing().orElse("namespaces: unshare does not work now; try again"));
    }

    /** A word as the system hands words over, one character for each byte. */
    private static String asBytes(String word) {
        return new String(word.getBytes(Charset.forName(System.getProperty("sun.jnu.encoding"))), LibC.BYTES);
    }

    /** What this process was started by, the program by its full path, one character for each byte. */
    static List<String> commandLine() throws IOException {
        byte[] line = Files.readAllBytes(SELF.resolve("cmdline"));
        List<String> words = new ArrayList<>(Arrays.asList(new String(line, LibC.BYTES).split("\0", -1)));
        words.remove(words.size() - 1);
        words.set(0, asBytes(Files.readSymbolicLink(SELF.resolve("exe")).toString()));
        return words;
    }

    private static void replaceBy(List<String> command) throws IOException {
        LibC calls = LibC.calls();
        try {
            for (int descriptor : Descriptors.open().keySet()) {
                if (descriptor >= FIRST_OF_OURS) {
                    keepFromSuccessor(calls, descriptor);
                }
            }
            calls.execvp(command.get(0), command.toArray(String[]::new));
        } catch (LastErrorException refused) {
            throw new IOException(
                    "unshare: " + calls.strerror(refused.getErrorCode()) + " (expected: " + command.get(0)
                            + " started)",
                    refused);
        }
    }

    private static void keepFromSuccessor(LibC calls, int descriptor) {
        try {
            calls.fcntl(descriptor, F_SETFD, FD_CLOEXEC);
        } catch (LastErrorException closedMeanwhile) {
            // then it is kept from it too
        }
    }
}
