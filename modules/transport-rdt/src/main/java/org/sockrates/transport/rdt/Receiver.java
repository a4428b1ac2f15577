package org.sockrates.transport.rdt;

/** The half of an end that listens. It has no timer: what it said is said again when the sender asks again. */
interface Receiver {
    /** Data, whole and of this conversation, of whatever number. */
    void data(Packet data);

    /** The program has taken something, after there was no room: the sender is told. */
    void roomAgain();
}
