package org.sockrates.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.link.Overflows;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.link.relay.RelayPath;
import org.sockrates.shell.Kit;
import org.sockrates.shell.Program;
import org.sockrates.shell.Streams;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.machine.KernelOverflows;
import org.sockrates.shell.wire.NamespaceAccess;
import org.sockrates.sim.path.SimPath;

/** Where the process begins and ends: it hands the program its words, its streams and its transports. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        WatchedOutput watched = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(watched, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Ending ending = new Ending(watched, out, err, System.getenv(Ending.DEBUG) != null);
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> ending.bug(bug));
        Streams streams = new Streams(System.in, out, err);
        StrayOutput stray = new StrayOutput(err);
        PrintStream printed = new PrintStream(stray, false, StandardCharsets.UTF_8);
        System.setOut(printed);
        System.setErr(printed);
        EarlyFiles.open();
        EarlyEnd early = new EarlyEnd(err);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> haltIf(early), "early end"));
        int status = ending.of(() -> new Program(kit(Attendance.atTerminal(), words), streams).run(words));
        stray.close();
        early.programIsOver();
        System.exit(status);
    }

    private static void haltIf(EarlyEnd early) {
        if (early.happens()) {
            Runtime.getRuntime().halt(ExitStatus.DID_NOT_HOLD);
        }
    }

    /**
     * The transports and paths of this machine.
     *
     * @param words what this process was started with
     */
    static Kit kit(boolean interactive, String... words) {
        Overflows overflows = new KernelOverflows();
        return new Kit(
                Transports.found(),
                List.of(new LoopbackPath(overflows), new RelayPath(overflows), new SimPath()),
                new NamespaceAccess(List.of(words)),
                Main::again,
                System.getenv(),
                Path.of(""),
                new WallClock(),
                interactive);
    }

    /** What starts this program once more, in the same JVM with the same options. */
    private static List<String> again() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.removeIf(word -> word.startsWith("-agentlib:jdwp")); // one debugger, one process
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return words;
    }
}
