package org.sockrates.app;

import java.io.Console;

/** Whether a person sits at this process: standard input and output are a terminal. */
final class Attendance {
    private Attendance() {}

    @SuppressWarnings("SystemConsoleNull") // both answers are looked at: null before Java 22, isTerminal from then on
    static boolean atTerminal() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** From Java 22 on there is always a console, and it says whether it is a terminal; before, there is none that is not. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before) {
            return true;
        }
    }
}
