package org.sockrates.shell.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.transport.SafeText;
import org.sockrates.wire.TcpProbe;
import org.sockrates.wire.TcpSettings;
import org.sockrates.wire.WireAbility;

/** Looks at what the path wire needs, at what the kernel's TCP offers, and at the program that reads captures. */
final class WireCheckup {
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)+");

    private final WireAccess wire;

    WireCheckup(WireAccess wire) {
        this.wire = wire;
    }

    List<Diagnosis> diagnoses() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        List<WireAbility.Need> needs = wire.needs(); // once: what is looked at there may take its time to answer
        for (WireAbility.Need need : needs) {
            String told = need.there() ? need.told() : need.told() + "; " + need.mend();
            diagnoses.add(new Diagnosis(need.what(), need.there(), told));
        }
        Diagnosis path = wirePath(needs);
        diagnoses.add(path);
        if (path.well()) {
            diagnoses.add(Diagnosis.of("wire exec", WireAbility.noPrograms(), "starts programs on the wire"));
        }
        diagnoses.add(atOnce());
        diagnoses.add(congestion());
        diagnoses.add(figures());
        diagnoses.add(tshark());
        return diagnoses;
    }

    private Diagnosis wirePath(List<WireAbility.Need> needs) {
        boolean there = wire.inside() || needs.stream().allMatch(WireAbility.Need::there);
        String told = wire.inside() ? "this process is on it" : "path wire  takes you there";
        return new Diagnosis("path wire", there, there ? told : "until then:  link add");
    }

    private static Diagnosis atOnce() {
        Optional<String> missing = WireAbility.oneByOne();
        String told = missing.map(why -> why + "; until then the wire is slower")
                .orElse("the wire takes packets some at a time");
        return new Diagnosis("io_uring", missing.isEmpty(), told);
    }

    /** Inside the kernel is asked which it takes; outside nothing is tried. */
    private Diagnosis congestion() {
        String what = "congestion";
        List<String> listed = TcpSettings.listedControls();
        if (listed.isEmpty()) {
            return new Diagnosis(what, false, "this system does not say which congestion controls it has");
        }
        String all = SafeText.escape(String.join(" ", listed));
        if (!wire.inside()) {
            return new Diagnosis(what, true, all + " listed; which of them the wire takes is seen there");
        }
        try {
            String taken = String.join(" ", TcpSettings.here().congestionControls());
            return new Diagnosis(what, true, taken + " may be chosen; listed: " + all);
        } catch (IOException refused) {
            return new Diagnosis(what, false, all + " listed, none may be chosen");
        }
    }

    private static Diagnosis figures() {
        Optional<String> missing = TcpProbe.missing();
        return Diagnosis.of("TCP_INFO", missing, "tcp show  and  tcp watch  can ask");
    }

    private static Diagnosis tshark() {
        Optional<String> said = ProgramWords.first("tshark", "--version");
        Matcher version = VERSION.matcher(said.orElse(""));
        return said.isPresent()
                ? new Diagnosis("tshark", true, version.find() ? version.group() : "there, of no known version")
                : new Diagnosis("tshark", false, "not found; install tshark, to look at captures");
    }
}
