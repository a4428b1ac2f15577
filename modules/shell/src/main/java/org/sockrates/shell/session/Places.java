package org.sockrates.shell.session;

/** Where the sockets of a session meet: at its home, but while a lab wants them on loopback. */
public final class Places {
    private final Place home;
    private volatile Place now;
    private volatile Reach reachOfLabs = Reach.THIS_MACHINE;

    Places(Place home) {
        this.home = home;
        this.now = home;
    }

    /** The session's own, which is closed with it. */
    public Place home() {
        return home;
    }

    Place now() {
        return now;
    }

    /** From now on they meet on loopback, wherever they did before, until {@link #comeHome}. */
    public void meetOnLoopback() {
        now = new LoopbackPlace();
    }

    /** From now on they meet where they did at first. */
    public void comeHome() {
        now = home;
    }

    /** How far the lines of labs may speak in this session. */
    public Reach reachOfLabs() {
        return reachOfLabs;
    }

    /** From now on, the lines of labs in this session may speak so far. */
    public void reachOfLabs(Reach other) {
        reachOfLabs = other;
    }
}
