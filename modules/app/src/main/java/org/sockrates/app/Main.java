package org.sockrates.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the process begins and ends: it hands the program its words, its streams and its transports. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        WatchedOutput watched = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(watched, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Ending ending = new Ending(watched, out, err, System.getenv(Ending.DEBUG) != null);
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> ending.bug(bug));
        System.exit(ending.of(() -> program(out)));
    }

    private static int program(PrintStream out) {
        String version = Main.class.getPackage().getImplementationVersion();
        out.println("sockrates " + (version == null ? "(not packaged)" : version));
        Transports.found().forEach(transport -> out.println("  " + transport.name() + "  " + transport.traits()));
        return 0;
    }
}
