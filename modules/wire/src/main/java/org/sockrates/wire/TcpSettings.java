package org.sockrates.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.link.TcpTuning;
import org.sockrates.transport.text.NearestWord;

/**
 * TCP's inventions in this process's network namespace, switched one by one or by profile. What was there when the first
 * of these was made is the profile {@code shipped}; what was there when this one was made is where {@link #restore} leads.
 */
public final class TcpSettings implements TcpTuning {
    private static final Map<TcpSetting, String> TEXTBOOK_VALUES = Map.of(
            TcpSetting.CONGESTION, "reno",
            TcpSetting.SYN_LINEAR, "0",
            TcpSetting.SACK, "off",
            TcpSetting.DSACK, "off",
            TcpSetting.RACK, "off",
            TcpSetting.TLP, "off",
            TcpSetting.FRTO, "off",
            TcpSetting.TIMESTAMPS, "off",
            TcpSetting.ECN, "off");

    private static final Sysctl LISTED = new Sysctl("net.ipv4.tcp_available_congestion_control");

    private final Map<TcpSetting, String> shipped;
    private final Map<TcpSetting, String> before;

    /** Keeps what was there before anybody changed it. */
    private static final class Shipped {
        private static final Map<TcpSetting, String> VALUES = now();

        private Shipped() {}
    }

    private TcpSettings(Map<TcpSetting, String> shipped, Map<TcpSetting, String> before) {
        this.shipped = shipped;
        this.before = before;
    }

    /** Those of this namespace; remembers what they are now. */
    public static TcpSettings here() {
        return new TcpSettings(Shipped.VALUES, now());
    }

    private static Map<TcpSetting, String> now() {
        Map<TcpSetting, String> now = new EnumMap<>(TcpSetting.class);
        for (TcpSetting setting : TcpSetting.values()) {
            setting.kernelValue().ifPresent(value -> now.put(setting, value));
        }
        return now;
    }

    @Override
    public void profile(String name) throws IOException {
        switch (name) {
            case SHIPPED -> putProfile();
            case TEXTBOOK -> {
                putProfile();
                for (Map.Entry<TcpSetting, String> each : TEXTBOOK_VALUES.entrySet()) {
                    if (each.getKey().kernelValue().isPresent()) {
                        each.getKey().set(each.getValue());
                    }
                }
            }
            default -> throw NearestWord.unknown("tcp: profile", name, List.of(TEXTBOOK, SHIPPED));
        }
    }

    /** Whether a host is remembered stays as it is: a wire's links change, and what was learned of one spoils the next. */
    private void putProfile() throws IOException {
        Map<TcpSetting, String> values = new EnumMap<>(shipped);
        values.remove(TcpSetting.METRICS);
        put(values);
    }

    private static void put(Map<TcpSetting, String> values) throws IOException {
        for (Map.Entry<TcpSetting, String> each : values.entrySet()) {
            if (!each.getKey().kernelValue().equals(Optional.of(each.getValue()))) {
                each.getKey().setKernelValue(each.getValue());
            }
        }
    }

    @Override
    public void set(String name, String value) throws IOException {
        TcpSetting.of(name).set(value);
    }

    /** Every setting by its word, as it would be typed; empty where this kernel does not have it. */
    public Map<String, Optional<String>> values() {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        for (TcpSetting setting : TcpSetting.values()) {
            values.put(setting.word(), setting.value());
        }
        return values;
    }

    /** Every setting, with what each profile makes of it. */
    public List<TcpSwitch> switches() {
        return Arrays.stream(TcpSetting.values()).map(this::switched).toList();
    }

    private TcpSwitch switched(TcpSetting setting) {
        Optional<String> now = setting.value();
        boolean kept = setting == TcpSetting.METRICS;
        Optional<String> asShipped =
                kept ? now : Optional.ofNullable(shipped.get(setting)).map(setting::typed);
        Optional<String> asTextbook = now.isEmpty()
                ? now
                : Optional.ofNullable(TEXTBOOK_VALUES.get(setting)).or(() -> asShipped);
        return new TcpSwitch(setting.word(), now, asShipped, asTextbook, setting.told());
    }

    /** What the textbook has no word of, in the words people type. */
    public static List<String> beyondTextbook() {
        return Arrays.stream(TcpSetting.values())
                .filter(setting -> "off".equals(TEXTBOOK_VALUES.get(setting)))
                .map(TcpSetting::word)
                .toList();
    }

    /** The congestion controls that the kernel lists; it may refuse some of them. Nothing is tried. */
    public static List<String> listedControls() {
        return LISTED.value().map(listed -> List.of(listed.split("\\s+", -1))).orElse(List.of());
    }

    /** Tries each that the kernel lists, since it lists some that it then refuses. */
    @Override
    public List<String> congestionControls() throws IOException {
        String now = TcpSetting.CONGESTION.kernelValue().orElse("");
        List<String> controls = new ArrayList<>(List.of(now));
        for (String name : listedControls()) {
            if (!controls.contains(name) && takes(name)) {
                controls.add(name);
            }
        }
        TcpSetting.CONGESTION.setKernelValue(now);
        return List.copyOf(controls);
    }

    private static boolean takes(String name) {
        try {
            TcpSetting.CONGESTION.setKernelValue(name);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Puts everything where it was when this object was made. */
    public void restore() throws IOException {
        put(before);
    }
}
