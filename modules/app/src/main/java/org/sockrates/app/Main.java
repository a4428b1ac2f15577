package org.sockrates.app;

import java.io.PrintStream;

/** The program's first lines: stub until the shell's front is there. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        PrintStream out = System.out;
        String version = Main.class.getPackage().getImplementationVersion();
        out.println("sockrates " + (version == null ? "(not packaged)" : version));
        Transports.found().forEach(transport -> out.println("  " + transport.name() + "  " + transport.traits()));
        out.flush();
    }
}
