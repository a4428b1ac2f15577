package org.sockrates.capture.step;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.analysis.IcmpText;
import org.sockrates.capture.analysis.LabelText;
import org.sockrates.capture.analysis.SegmentText;
import org.sockrates.capture.conversation.PacketTalk.Crossing;
import org.sockrates.capture.ladder.ArrowLabel;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.IcmpMessage;
import org.sockrates.capture.step.Step.Label;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.text.CountText;

/** What an arrow says of a packet, from the longest form to the shortest. */
final class CrossingText {
    private CrossingText() {}

    static Label label(Crossing crossing) {
        String longer = longer(crossing);
        String shorter = crossing.analysed()
                .map(analysed -> SegmentText.briefest(analysed) + part(analysed))
                .orElseGet(() -> orBytesAlone(longer, crossing));
        List<String> forms = List.copyOf(
                crossing.packet().damaged() ? damaged(crossing, longer, shorter) : whole(crossing, longer, shorter));
        String heard = crossing.analysed()
                .map(analysed -> SegmentText.words(analysed) + spoken(part(analysed)) + spoken(pieces(crossing)))
                .orElse(longer);
        String remarks = crossing.analysed().map(LabelText::brief).orElse("");
        ArrowLabel whole = new ArrowLabel(forms, heard + spoken(remarks) + spoken(rule(crossing.packet())));
        return new Label(whole, whole, new ArrowLabel(List.of(longer, shorter), heard));
    }

    /** Behind a comma, where there is anything to say. */
    private static String spoken(String text) {
        return text.isEmpty() ? "" : ", " + text.strip();
    }

    /** No form leaves out what is remarkable about it: the rule, the time and the numbers say less. */
    private static Set<String> whole(Crossing crossing, String longer, String shorter) {
        String labels = crossing.analysed().map(LabelText::brief).orElse("");
        String rule = rule(crossing.packet());
        Set<String> forms = new LinkedHashSet<>();
        for (String remark : List.of(join(labels, rule), labels.isEmpty() ? rule : labels)) {
            forms.add(join(longer, remark));
            forms.add(join(shorter, remark));
        }
        if (!labels.isEmpty()) {
            forms.add(join(numbers(crossing), labels));
            forms.add(labels);
            return forms;
        }
        forms.add(shorter);
        if (crossing.analysed().isPresent()) {
            forms.add(numbers(crossing));
        }
        return forms;
    }

    /** Every form says that it was: nobody takes what is damaged, and no answer will come. */
    private static Set<String> damaged(Crossing crossing, String longer, String shorter) {
        String labels = crossing.analysed().map(LabelText::brief).orElse("");
        String rule = rule(crossing.packet());
        Set<String> forms = new LinkedHashSet<>();
        for (String remark : List.of(join(labels, rule), rule)) {
            forms.add(join(longer, remark));
            forms.add(join(shorter, remark));
        }
        forms.add(join(numbers(crossing), rule));
        return forms;
    }

    private static String numbers(Crossing crossing) {
        return crossing.analysed()
                .map(analysed -> SegmentText.numbers(analysed) + part(analysed))
                .orElse("");
    }

    private static String longer(Crossing crossing) {
        if (crossing.analysed().isPresent()) {
            Analysed analysed = crossing.analysed().get();
            return SegmentText.brief(analysed) + part(analysed) + pieces(crossing);
        }
        if (crossing.packet().packet() instanceof Datagram datagram) {
            return (datagram.whole() ? "" : "first fragment of ")
                    + CountText.print(datagram.payloadBytes(), "byte")
                    + pieces(crossing);
        }
        return crossing.packet().packet() instanceof IcmpMessage message
                ? IcmpText.brief(message)
                : CountText.print(crossing.packet().packet().packetBytes(), "byte") + " of IP";
    }

    private static String part(Analysed analysed) {
        return analysed.segment().part().isPresent() ? " first fragment" : "";
    }

    private static String pieces(Crossing crossing) {
        return crossing.pieces() > 1 ? " in " + crossing.pieces() + " fragments" : "";
    }

    /** Of what is whole its fragments may be left out. */
    private static String orBytesAlone(String longer, Crossing crossing) {
        return crossing.packet().packet() instanceof Datagram datagram && datagram.whole()
                ? CountText.print(datagram.payloadBytes(), "byte")
                : longer;
    }

    /** Of what is lost the rule stands where the arrow ends. */
    private static String rule(SeenPacket packet) {
        return switch (packet.fate()) {
            case LOST -> "";
            case QUEUED -> join(SafeText.escape(packet.rule()), "on its way");
            case DELIVERED ->
                join(
                        SafeText.escape(packet.rule()),
                        packet.damaged() && packet.rule().isEmpty() ? "damaged" : "");
        };
    }

    private static String join(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + " " + other;
    }
}
