package org.sockrates.sim.check;

/**
 * What somebody knows who forges: how the end stands that he writes to. Numbers are counted from the first.
 *
 * @param there whether it is there; else it listens, or is gone
 * @param sent how many it has put on the line
 * @param oldest before it everything is acknowledged
 * @param taken before it everything was taken, and surely
 * @param came before it everything may have been taken
 * @param window that it was told last
 * @param awaitsOpen whether it has asked and was not answered, or listens
 * @param end of the other end's END; {@link #NONE} where it is not said yet
 */
record Aim(boolean there, int sent, int oldest, int taken, int came, int window, boolean awaitsOpen, int end) {
    static final int NONE = -1;
}
