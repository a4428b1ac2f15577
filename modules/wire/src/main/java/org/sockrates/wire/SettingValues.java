package org.sockrates.wire;

import java.time.Duration;
import java.util.List;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.WholeText;

/** What a setting may be: in the words people type, and as the kernel writes it. */
sealed interface SettingValues {
    /**
     * The kernel's value for what was typed.
     *
     * @param where the setting, for the message
     */
    String toKernel(String where, String typed);

    /** What one would type for the kernel's value: the same, unless it has another form there. */
    default String toTyped(String kernel) {
        return kernel;
    }

    /** {@code on} and {@code off}; whatever else the kernel has is shown as it is. */
    static SettingValues onOff(String on) {
        return new OnOff(on, "0");
    }

    /** The same for a switch of the kernel's that forbids. */
    static SettingValues offOn() {
        return new OnOff("0", "1");
    }

    /** A switch. */
    record OnOff(String on, String off) implements SettingValues {
        @Override
        public String toKernel(String where, String typed) {
            return switch (typed) {
                case "on" -> on;
                case "off" -> off;
                default -> known(where, typed);
            };
        }

        /** What {@link #toTyped} shows for a third value is taken too, so that a value shown can be put back. */
        private static String known(String where, String typed) {
            if (!typed.matches("[0-9]{1,9}")) {
                throw new UsageException(where, typed, "on or off");
            }
            return typed;
        }

        @Override
        public String toTyped(String kernel) {
            if (kernel.equals(on)) {
                return "on";
            }
            return kernel.equals(off) ? "off" : kernel;
        }
    }

    /** A whole number within bounds. */
    record Whole(int least, int most) implements SettingValues {
        @Override
        public String toKernel(String where, String typed) {
            return Integer.toString(WholeText.parse(where, typed, least, most));
        }
    }

    /** A time within bounds, which the kernel writes in microseconds. */
    record Micros(Duration least, Duration most) implements SettingValues {
        @Override
        public String toKernel(String where, String typed) {
            return Long.toString(DurationText.parse(where, typed, least, most).toNanos() / 1_000);
        }

        @Override
        public String toTyped(String kernel) {
            return kernel.matches("[0-9]{1,12}")
                    ? DurationText.print(Duration.ofNanos(Long.parseLong(kernel) * 1_000))
                    : kernel;
        }
    }

    /** A name the kernel must know. */
    record Name() implements SettingValues {
        private static final List<String> USUAL = List.of("reno", "cubic", "bbr");

        @Override
        public String toKernel(String where, String typed) {
            if (!typed.matches("[a-z][a-z0-9_-]{0,15}")) {
                throw new UsageException(where, typed, "a name, such as " + String.join(", ", USUAL));
            }
            return typed;
        }
    }
}
