package org.sockrates.wire;

import org.sockrates.transport.testkit.NarrowProcess;

/** Says what is to be had where so many descriptors are left, and then where there are some more. */
final class LittleRoom {
    private LittleRoom() {}

    public static void main(String[] words) throws Exception {
        openAllJars();
        NarrowProcess.twice(Integer.parseInt(words[0]), LittleRoom::calls);
    }

    /** Java opens a jar when it first looks into it, and keeps it. */
    private static void openAllJars() {
        try {
            Class.forName("org.sockrates.wire.None");
        } catch (ClassNotFoundException lookedForInAll) {
            say("ready");
        }
    }

    private static void calls() {
        say(FirstLoad.obstacle().map(Enum::name).orElse("loaded"));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
