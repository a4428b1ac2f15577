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
    /** Selective acknowledgements (RFC 2018). */
    SACK("tcp_sack", SettingValues.onOff("1")),
    /** Telling what arrived twice (RFC 2883). */
    DSACK("tcp_dsack", SettingValues.onOff("1")),
    /** Telling loss by time, not by counting to three (RFC 8985). */
    RACK("tcp_recovery", SettingValues.onOff("1")),
    /** Probing for a lost tail before the timeout (RFC 8985 §7). */
    TLP("tcp_early_retrans", SettingValues.onOff("3")),
    /** Finding out that a timeout was needless (RFC 5682). */
    FRTO("tcp_frto", SettingValues.onOff("2")),
    /** Timestamps in every segment (RFC 7323 §3). */
    TIMESTAMPS("tcp_timestamps", SettingValues.onOff("1")),
    /** Windows beyond 64 KiB (RFC 7323 §2). */
    WINDOW_SCALING("tcp_window_scaling", SettingValues.onOff("1")),
    /** Marks in place of losses (RFC 3168); the kernel's 2 answers where a peer asks. */
    ECN("tcp_ecn", SettingValues.onOff("1")),
    /** Data in the first segment (RFC 7413); the kernel's 1 is for clients alone. */
    FAST_OPEN("tcp_fastopen", SettingValues.onOff("3")),
    /** Waiting for more to send while something is under way. */
    AUTOCORKING("tcp_autocorking", SettingValues.onOff("1")),
    /** Beginning anew after a silence (RFC 2861). */
    SLOW_START_AFTER_IDLE("tcp_slow_start_after_idle", SettingValues.onOff("1")),
    /** A receive buffer that grows as it is needed. */
    MODERATE_RCVBUF("tcp_moderate_rcvbuf", SettingValues.onOff("1")),
    /** What was learned about a host is kept for the next connection to it. */
    METRICS("tcp_no_metrics_save", SettingValues.offOn()),
    /** The least time until a retransmission (RFC 6298 says 1 s, Linux 200 ms). */
    RTO_MIN("tcp_rto_min_us", new SettingValues.Micros(Duration.ofMillis(1), Duration.ofMinutes(2))),
    /** How often a SYN is sent again. */
    SYN_RETRIES("tcp_syn_retries", new SettingValues.Whole(1, 127)),
    /** How often its answer is sent again. */
    SYNACK_RETRIES("tcp_synack_retries", new SettingValues.Whole(0, 255)),
    /** How often data is sent again before the connection is given up. */
    RETRIES("tcp_retries2", new SettingValues.Whole(1, 255)),
    /** How many duplicate acknowledgements tell a loss (RFC 5681 §3.2). */
    REORDERING("tcp_reordering", new SettingValues.Whole(1, 300)),
    /** Which congestion control: reno (RFC 5681), cubic (RFC 9438), bbr. */
    CONGESTION("tcp_congestion_control", new SettingValues.Name());

    private static final List<String> WORDS =
            Arrays.stream(values()).map(TcpSetting::word).toList();

    private final String file;

    @SuppressWarnings("ImmutableEnumChecker") // all of them are records of strings and numbers
    private final SettingValues values;

    TcpSetting(String file, SettingValues values) {
        this.file = file;
        this.values = values;
    }

    /** The word people type for it: {@code slow-start-after-idle}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
                .orElseThrow(() -> new UsageException("tcp", word, NearestWord.expected(word, WORDS)));
    }

    /** What it is now, as it would be typed; empty where this kernel has no such setting. */
    public Optional<String> value() {
        return kernelValue().map(values::toTyped);
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
        } catch (IOException refused) {
            String reason = kernelValue().isEmpty() ? "not in this kernel" : "refused by this kernel";
            throw new IOException(
                    "tcp: " + word() + ": " + values.toTyped(value) + " is " + reason + " (expected: "
                            + value().map(now -> "a value it takes; now it is " + now)
                                    .orElse("another setting") + ")",
                    refused);
        }
    }
}
