package org.sockrates.shell.session;

import java.time.Duration;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.shell.job.JobThread;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.Family;

/** What commands use when they are not told: the transport, the family, how long a call may wait, the seed. */
public final class Defaults {
    /** The shortest time that a call can be told to wait at most. */
    public static final Duration LEAST_TIMEOUT = Duration.ofMillis(1);

    /** The longest. */
    public static final Duration MOST_TIMEOUT = Duration.ofHours(1);

    private static final int WIDEST_LADDER = 120;
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);
    private static final long USUAL_SEED = 42;

    private final String usualTransport;
    private volatile String transport;
    private volatile Duration timeout = USUAL_TIMEOUT;
    private volatile Family family = Family.AF_INET;
    private volatile long seed = USUAL_SEED;
    private volatile String link = "";
    private volatile Drawing drawing = Drawing.UNICODE;
    private volatile int width = Fold.WIDTH;
    private volatile int height = Integer.MAX_VALUE;
    private volatile boolean terminal;

    Defaults(String transport) {
        this.usualTransport = transport;
        this.transport = transport;
    }

    /** The same once more, to come back to. */
    public Defaults copy() {
        Defaults copy = new Defaults(usualTransport);
        copy.like(this);
        copy.drawing = drawing;
        copy.width = width;
        copy.height = height;
        copy.terminal = terminal;
        return copy;
    }

    /** Takes over everything but what the terminal is, and what is drawn on it. */
    public void like(Defaults other) {
        transport = other.transport;
        timeout = other.timeout;
        family = other.family;
        seed = other.seed;
        link = other.link;
    }

    /** As they are in a fresh session, but for what the terminal is. */
    public void renew() {
        transport = usualTransport;
        timeout = USUAL_TIMEOUT;
        family = Family.AF_INET;
        seed = USUAL_SEED;
        link = "";
    }

    public String transport() {
        return transport;
    }

    void transport(String name) {
        transport = name;
    }

    /** The longest a call waits. */
    public Duration timeout() {
        return timeout;
    }

    public void timeout(Duration longest) {
        timeout = longest;
    }

    public Family family() {
        return family;
    }

    public void family(Family other) {
        family = other;
    }

    /** The rules of a link that is given none, in netem's words. */
    public String link() {
        return link;
    }

    public void link(String rules) {
        link = rules;
    }

    /** What pictures are made of. */
    public Drawing drawing() {
        return JobThread.isLabs() ? Drawing.UNICODE : drawing; // a lab shows the same in every terminal
    }

    public void drawing(Drawing other) {
        drawing = other;
    }

    /** What stands before a line that is typed. */
    public String prompt() {
        return transport() + "> ";
    }

    /** How wide a drawing is that nobody gave a width: the terminal's columns, or those of every other line. */
    public int width() {
        return JobThread.isLabs() ? Fold.WIDTH : width;
    }

    public void width(int columns) {
        width = columns;
    }

    /** How many lines are seen at once: the terminal's rows; no end of them where there is none, and in labs. */
    public int height() {
        return JobThread.isLabs() ? Integer.MAX_VALUE : height;
    }

    public void height(int rows) {
        height = rows;
    }

    /** Whether a line that is searched elsewhere is folded: a terminal would cut it within words. In labs there is none. */
    public boolean terminal() {
        return terminal && !JobThread.isLabs();
    }

    public void terminal(boolean one) {
        terminal = one;
    }

    /** How a ladder is drawn that nobody gave a form: over the whole width, but not so wide that rows fall apart. */
    public LadderStyle ladder() {
        int columns = Math.max(LadderStyle.LEAST_WIDTH, Math.min(width(), WIDEST_LADDER));
        return LadderStyle.USUAL.withWidth(columns).with(drawing());
    }

    /** Of everything that draws lots and was not given a seed of its own. */
    public long seed() {
        return seed;
    }

    public void seed(long other) {
        seed = other;
    }
}
