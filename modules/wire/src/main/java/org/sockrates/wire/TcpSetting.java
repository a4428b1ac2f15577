package org.sockrates.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.NearestWord;

/**
 * One of TCP's inventions that the kernel can switch for a network namespace, by the word people type; see {@code tcp(7)}
 * and the kernel's {@code Documentation/networking/ip-sysctl.rst}. It holds for sockets opened from then on, and for some
 * at once.
 */
public enum TcpSetting {
    SACK("tcp_sack", SettingValues.onOff("1"), "tells what came behind a gap (RFC 2018)"),
    DSACK("tcp_dsack", SettingValues.onOff("1"), "tells what came twice (RFC 2883)"),
    RACK("tcp_recovery", SettingValues.onOff("1"), "loss by time (RFC 8985), always from 6.17"),
    TLP("tcp_early_retrans", SettingValues.onOff("3"), "probes for a lost tail (RFC 8985)"),
    FRTO("tcp_frto", SettingValues.onOff("2"), "finds out needless timeouts (RFC 5682)"),
    TIMESTAMPS("tcp_timestamps", SettingValues.onOff("1"), "a time in every segment (RFC 7323)"),
    WINDOW_SCALING("tcp_window_scaling", SettingValues.onOff("1"), "windows beyond 64 KiB (RFC 7323)"),
    /** The kernel's 2 answers where a peer asks. */
    ECN("tcp_ecn", SettingValues.onOff("1"), "marks in place of losses (RFC 3168)"),
    /** The kernel's 1 is for clients alone. */
    FAST_OPEN("tcp_fastopen", SettingValues.onOff("3"), "data in the SYN (RFC 7413)"),
    AUTOCORKING("tcp_autocorking", SettingValues.onOff("1"), "small sends wait, to share a segment"),
    SLOW_START_AFTER_IDLE(
            "tcp_slow_start_after_idle", SettingValues.onOff("1"), "anew after silence (RFC 2861, historic)"),
    MODERATE_RCVBUF("tcp_moderate_rcvbuf", SettingValues.onOff("1"), "the receive buffer grows when needed"),
    METRICS("tcp_no_metrics_save", SettingValues.offOn(), "learns of a host for the next connection"),
    RTO_MIN(
            "tcp_rto_min_us",
            new SettingValues.Micros(Duration.ofMillis(1), Duration.ofMinutes(2)),
            "the least timeout beyond the round trip"),
    SYN_RETRIES("tcp_syn_retries", new SettingValues.Whole(1, 127), "SYNs sent again; syn-linear makes them more"),
    SYN_LINEAR("tcp_syn_linear_timeouts", new SettingValues.Whole(0, 127), "SYN retries a second apart, and one more"),
    SYNACK_RETRIES("tcp_synack_retries", new SettingValues.Whole(0, 255), "how often a SYN-ACK is sent again"),
    RETRIES("tcp_retries2", new SettingValues.Whole(1, 255), "how long data is sent again, in doublings"),
    REORDERING("tcp_reordering", new SettingValues.Whole(1, 300), "duplicate ACKs that tell a loss"),
    CONGESTION("tcp_congestion_control", new SettingValues.Name(), "which congestion control (RFC 5681)");

    private static final List<String> WORDS =
            Arrays.stream(values()).map(TcpSetting::word).toList();

    private final String file;

    @SuppressWarnings("ImmutableEnumChecker") // all of them are records of strings and numbers
    private final SettingValues values;

    private final String told;

    TcpSetting(String file, SettingValues values, String told) {
        this.file = file;
        this.values = values;
        this.told = told;
    }

    /** The word people type for it: {@code slow-start-after-idle}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it does, in a few words. */
    public String told() {
        return told;
    }

    /** The kernel's name for it: {@code net.ipv4.tcp_sack}. */
    public String sysctl() {
        return kernel().name();
    }

    private Sysctl kernel() {
        return new Sysctl("net.ipv4." + file);
    }

    /**
     * The setting of this word.
     *
     * @throws UsageException when there is none
     */
    public static TcpSetting of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> NearestWord.unknown("tcp", word, WORDS));
    }

    /** What it is now, as it would be typed; empty where this kernel has no such setting. */
    Optional<String> value() {
        return kernelValue().map(this::typed);
    }

    /** What one would type for a value of the kernel's. */
    String typed(String kernelValue) {
        return values.toTyped(kernelValue);
    }

    /** What it is now, as the kernel writes it. */
    Optional<String> kernelValue() {
        return kernel().value();
    }

    /** Sets what was typed. */
    void set(String typed) throws IOException {
        setKernelValue(values.toKernel("tcp: " + word(), typed));
    }

    void setKernelValue(String value) throws IOException {
        try {
            kernel().set(value);
        } catch (WireUnavailableException notOurs) {
            throw notOurs;
        } catch (IOException refused) {
            String reason = kernelValue().isEmpty() ? "not in this kernel" : "refused by this kernel";
            throw new IOException(
                    "tcp: " + word() + ": " + typed(value) + " is " + reason + " (expected: "
                            + value().map(now -> "a value it takes; now it is " + now)
                                    .orElse("another setting") + ")",
                    refused);
        }
    }
}
