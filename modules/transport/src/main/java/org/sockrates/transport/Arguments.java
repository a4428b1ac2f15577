package org.sockrates.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call was given or filled in, beside the socket's number: facts, and strace's words for them. Not what came of it. */
public sealed interface Arguments {
    /** As strace would write them, escaped. */
    List<String> words();

    /** There are none, or none yet. */
    enum None implements Arguments {
        NONE;

        @Override
        public List<String> words() {
            return List.of();
        }
    }

    /**
     * What kind of socket to make.
     *
     * @param type its C type, {@code SOCK_STREAM}
     */
    record Kind(Family family, String type) implements Arguments {
        @Override
        public List<String> words() {
            return List.of(family.name(), type, "0");
        }
    }

    /**
     * Where to, or from where.
     *
     * @param address null where the system names nobody
     * @param family of the socket that has it so
     */
    record Address(@Nullable InetSocketAddress address, Family family) implements Arguments {
        @Override
        public List<String> words() {
            return List.of(address == null ? "NULL" : CallText.address(address, family));
        }
    }

    /** How many connections may wait to be accepted. */
    record Backlog(int connections) implements Arguments {
        @Override
        public List<String> words() {
            return List.of(Integer.toString(connections));
        }
    }

    /** Bytes that were sent or received. */
    sealed interface Data extends Arguments {
        /** The first of them, as {@link SafeText#quote(java.nio.ByteBuffer, int)} shows them. */
        String quoted();
    }

    /**
     * One message.
     *
     * @param bytes how many were to be sent, or could be received
     * @param address whom it goes to or comes from, where the call says so
     */
    record Message(
            String quoted, int bytes, Flag flag, @Nullable Address address) implements Data {
        @Override
        public List<String> words() {
            List<String> words = new ArrayList<>(List.of(quoted, Integer.toString(bytes), flag.word()));
            if (address != null) {
                words.addAll(address.words());
            }
            return words;
        }
    }

    /** Several messages, gathered into one call; the first of them is quoted. */
    record Messages(String quoted, int number) implements Data {
        @Override
        public List<String> words() {
            return List.of(quoted, number + " messages", "0");
        }
    }

    /** How many bytes a receive that failed had room for. */
    record Room(int bytes, Flag flag) implements Arguments {
        @Override
        public List<String> words() {
            String room = Integer.toString(bytes);
            return flag == Flag.NONE ? List.of(room) : List.of(room, flag.word());
        }
    }

    /** Which half to end. */
    record Half(Direction direction) implements Arguments {
        @Override
        public List<String> words() {
            return List.of(direction.constant());
        }
    }

    /** An option and what it is set to, both as they were asked for. */
    record Option(String name, String value) implements Arguments {
        @Override
        public List<String> words() {
            return List.of(SafeText.escape(name), SafeText.escape(value));
        }
    }

    /**
     * A group to join, or to leave.
     *
     * @param on the interface's name
     */
    record Membership(boolean joins, InetAddress group, String on) implements Arguments {
        @Override
        public List<String> words() {
            String level = group instanceof Inet6Address ? "IPV6_" : "IP_";
            String option = level + (joins ? "ADD_MEMBERSHIP" : "DROP_MEMBERSHIP");
            return List.of(option, SafeText.escape(CallText.host(group) + "%" + on));
        }
    }

    /** How a message is to be sent or received. */
    enum Flag {
        NONE,
        /** Its last byte is urgent. */
        MSG_OOB,
        /** Not before there is no room left. */
        MSG_WAITALL;

        /** Its C name, {@code 0} where there is none. */
        public String word() {
            return this == NONE ? "0" : name();
        }
    }
}
