package org.sockrates.capture.traffic;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.KeyBytes;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.EndFit.Watch;
import org.sockrates.capture.traffic.SeenOnce.Once;
import org.sockrates.transport.text.HostText;

/**
 * At which end of a capture of both who sends is. Of two who talk each is at one: so that the fewest packets arrive which
 * nobody had sent by then, though the sender's end was watched; where that does not tell, so that the fewest come from
 * nowhere, or before they were sent, or else so that they are under way as short as they can be. Of a way of which each end
 * saw packets that the other did not only those count that both saw: the others were cut or joined. Equal bytes may be many
 * packets, and the first that one end saw need not be the first of the other, which may have been watched later. Two whose
 * whole talk, question and answer, was seen at one end alone: one of them is at neither, unless he is known to be at the
 * other. So is who is known nowhere, and whose packets came to one who is there, or to many. What is said to many, or
 * was seen at one end alone, tells of nobody where he is. What a link says of a packet it says at both ends; a copy it made
 * on the way.
 */
final class Homes {
    private final Capture capture;
    private final List<String> places;
    private final Map<Way, String> firsts = new LinkedHashMap<>();
    private final Map<Way, Map<Equal, Map<String, List<Long>>>> ways = new HashMap<>();
    private final Map<Way, String> copied = new HashMap<>();
    private final Map<Place, Watch> watches = new HashMap<>();
    private final Map<Way, String> homes = new HashMap<>();
    private final Map<Host, String> hosts = new HashMap<>();
    private final Set<Way> strangers = new HashSet<>();
    private final Set<Host> strange = new HashSet<>();
    private final Set<Place> late = new HashSet<>();
    private boolean clocksDiffer;

    private record Way(int section, Flow hosts) {
        InetAddress from() {
            return hosts.source().getAddress();
        }

        InetAddress to() {
            return hosts.destination().getAddress();
        }

        Host sender() {
            return new Host(section, KeyBytes.of(from()));
        }

        Host receiver() {
            return new Host(section, KeyBytes.of(to()));
        }

        Way back() {
            return new Way(section, hosts.reversed());
        }

        /** Whether no router passes it on (RFC 4291 §2.7, RFC 5771 §4, RFC 1812 §5.3.5.1), and there may be one. */
        boolean isForOneLink() {
            return to().isMCLinkLocal() || HostText.isEverybody(to());
        }

        /** Whether it is to many: to a group, or to what is the broadcast address in most networks; no mask was seen. */
        boolean isToMany() {
            byte[] address = to().getAddress();
            return to().isMulticastAddress() || (address.length == 4 && address[3] == (byte) 255);
        }
    }

    /** Packets of which a link says the same, too. */
    private record Equal(Likeness likeness, KeyBytes told) {}

    private record Place(int section, String name) {}

    private record Host(int section, KeyBytes address) {}

    /** Where who sends may be, and how well it fits that way and back. */
    private record Choice(String home, EndFit there, EndFit back) {
        EndFit both() {
            return there.and(back);
        }
    }

    private Homes(Capture capture) {
        this.capture = capture;
        places = capture.places();
    }

    /** Of packets in the order of their times. */
    static Homes of(Capture capture, List<Packet> ordered, Likenesses likenesses) {
        Homes found = new Homes(capture);
        ordered.forEach(packet -> found.add(packet, likenesses.of(packet)));
        // first those who answer, whom both ends saw: where one of them is tells of whom he met beside
        Comparator<Way> order = Comparator.<Way, Boolean>comparing(way -> !found.isAnswered(way))
                .thenComparing(found::isAtOneEnd);
        found.firsts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .forEach(each -> found.choose(each.getKey(), each.getValue()));
        return found;
    }

    private void add(Packet packet, Likeness likeness) {
        Way way = way(packet);
        String place = capture.place(packet);
        firsts.putIfAbsent(way, place);
        watches.merge(place(packet, place), Watch.at(packet.timeNanos()), Watch::and);
        if (Told.DUPLICATED.isOf(packet)) {
            copied.put(way, place);
        } else {
            ways.computeIfAbsent(way, none -> new HashMap<>())
                    .computeIfAbsent(new Equal(likeness, KeyBytes.of(Told.of(packet))), none -> new HashMap<>())
                    .computeIfAbsent(place, none -> new ArrayList<>())
                    .add(packet.timeNanos());
        }
    }

    /** When each place saw which of those that are equal, of all that went a way. */
    private Collection<Map<String, List<Long>>> seen(Way way) {
        return ways.getOrDefault(way, Map.of()).values();
    }

    private void choose(Way way, String first) {
        if (homes.containsKey(way)) {
            return;
        }
        if (way.from().equals(way.to())) {
            homes.put(way, first);
            return;
        }
        if (isAtOneEnd(way) && isWithAStranger(way, first)) {
            List.of(way, way.back()).forEach(each -> homes.put(each, first));
            strangers.addAll(List.of(way, way.back()));
            if (isAnswered(way)) {
                meets(way.sender(), way.receiver(), first);
                meets(way.receiver(), way.sender(), first);
            }
            return;
        }
        Choice stays = choice(way, first);
        Choice turned = choice(way, other(first));
        settle(way, EndFit.ORDER.compare(stays.both(), turned.both()) <= 0 ? stays : turned);
    }

    private Choice choice(Way way, String home) {
        return new Choice(home, fit(way, home), fit(way.back(), other(home)));
    }

    /** Who speaks with one who is here, and was heard nowhere else, is at neither end. */
    private void meets(Host host, Host other, String here) {
        if (here.equals(hosts.get(host)) && !hosts.containsKey(other)) {
            strange.add(other);
        }
    }

    private void settle(Way way, Choice choice) {
        String home = choice.home();
        settle(way, home, choice.there());
        settle(way.back(), other(home), choice.back());
        boolean tells = choice.both().evident() > 0 || isEarly(way, home) || isEarly(way.back(), other(home));
        clocksDiffer = clocksDiffer || (isAnswered(way) && tells);
    }

    /**
     * Whether something arrived before it was sent, of what each end saw once. It is another packet where one end saw it
     * before all that came back, and the other behind: no clock turns that round.
     */
    private boolean isEarly(Way way, String home) {
        SeenOnce back = new SeenOnce(once(way.back(), home));
        return once(way, home).stream()
                .filter(each -> each.there() < each.here())
                .anyMatch(each -> back.isEmpty() || back.hasOneInOrderWith(each));
    }

    private List<Once> once(Way way, String place) {
        List<Once> found = new ArrayList<>();
        for (Map<String, List<Long>> seen : seen(way)) {
            List<Long> here = seen.getOrDefault(place, List.of());
            List<Long> there = seen.getOrDefault(other(place), List.of());
            if (here.size() == 1 && there.size() == 1) {
                found.add(new Once(here.get(0), there.get(0)));
            }
        }
        return found;
    }

    /** Whether all that two said to one another was seen at one end alone. */
    private boolean isAtOneEnd(Way way) {
        return Stream.of(way, way.back())
                        .flatMap(each -> seen(each).stream())
                        .flatMap(seen -> seen.keySet().stream())
                        .distinct()
                        .count()
                == 1;
    }

    /**
     * Whether nobody at the other end has a part in it: both spoke here; or one of them is at neither end; or the one who
     * spoke is known nowhere, and the other is here, or many are; or it is for one link alone.
     */
    private boolean isWithAStranger(Way way, String here) {
        String sender = hosts.getOrDefault(way.sender(), "");
        String receiver = hosts.getOrDefault(way.receiver(), "");
        if (isAnswered(way)) {
            return List.of("", here).containsAll(List.of(sender, receiver));
        }
        return strange.contains(way.sender())
                || strange.contains(way.receiver())
                || (sender.isEmpty() && (receiver.equals(here) || way.isToMany()))
                || way.isForOneLink();
    }

    private boolean isAnswered(Way way) {
        return ways.containsKey(way.back());
    }

    private void settle(Way way, String home, EndFit fit) {
        homes.put(way, home);
        if ((!way.isToMany() || isAnswered(way)) && !isAtOneEnd(way)) { // who answers is one
            hosts.putIfAbsent(way.sender(), home);
        }
        if (fit.late()) {
            late.add(new Place(way.section(), home));
        }
    }

    private EndFit fit(Way way, String home) {
        Watch watch = watches.getOrDefault(new Place(way.section(), home), new Watch(Long.MAX_VALUE, Long.MIN_VALUE));
        EndFit fit = home.equals(copied.get(way)) ? EndFit.NEVER : EndFit.NOTHING;
        boolean otherwise = isSeenOtherwise(way);
        for (Map<String, List<Long>> seen : seen(way)) {
            List<Long> arrived = seen.getOrDefault(other(home), List.of());
            EndFit one = EndFit.of(seen.getOrDefault(home, List.of()), arrived, watch);
            fit = fit.and(otherwise && seen.size() == 1 ? one.lateness() : one);
        }
        return fit;
    }

    /** Whether each end saw what the other did not, as behind a card that cuts: how many these are tells of the card. */
    private boolean isSeenOtherwise(Way way) {
        return seen(way).stream()
                        .map(Map::keySet)
                        .filter(where -> where.size() == 1)
                        .distinct()
                        .count()
                > 1;
    }

    private String other(String place) {
        return places.stream().filter(name -> !name.equals(place)).findFirst().orElse(place);
    }

    /** Whether a packet was seen where it was sent. */
    boolean leaves(Packet packet) {
        return capture.place(packet).equals(homes.get(way(packet)));
    }

    /**
     * Whether only one end can have seen it: the other is not where it came from or went to, or may not have been watched
     * yet, since something that was sent there arrived before anything was seen there. Where nothing shows that, what was
     * not seen there did not arrive.
     */
    boolean isForOneEnd(Packet packet) {
        Place other = place(packet, other(capture.place(packet)));
        Watch watch = watches.get(other);
        return strangers.contains(way(packet))
                || (!clocksDiffer && late.contains(other) && watch != null && packet.timeNanos() < watch.fromNanos());
    }

    /**
     * Whether the ends have two clocks, which differ by more than a packet takes: of two who both send, something arrives
     * before it was sent, wherever they are. Only bytes that were seen equally often at both ends tell of it, and of those
     * that arrived before the sender's end was watched only what was seen once, unless all that came back stands before it
     * at one end and behind it at the other.
     */
    boolean clocksDiffer() {
        return clocksDiffer;
    }

    private Place place(Packet packet, String name) {
        return new Place(capture.point(packet).section(), name);
    }

    private Way way(Packet packet) {
        return new Way(
                capture.point(packet).section(), Decoded.of(packet).flow().hosts());
    }
}
