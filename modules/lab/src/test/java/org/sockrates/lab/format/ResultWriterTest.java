package org.sockrates.lab.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class ResultWriterTest {
    private static final LabText TEXT = new LabText(UnaryOperator.identity());

    /** How one of the formats begins. */
    @FunctionalInterface
    private interface Format {
        ResultWriter begin(OutputStream out) throws IOException;
    }

    @Test
    void closingTwiceEndsTheDocumentOnce() throws IOException {
        List<Format> formats = List.of(
                out -> new JunitWriter(out, TEXT),
                out -> new TapWriter(out, TEXT),
                out -> new GradescopeWriter(out, TEXT));
        for (Format format : formats) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultWriter writer = format.begin(out);
            writer.close();
            byte[] document = out.toByteArray();
            writer.close();
            assertThat(out.toByteArray()).isEqualTo(document);
        }
    }
}
