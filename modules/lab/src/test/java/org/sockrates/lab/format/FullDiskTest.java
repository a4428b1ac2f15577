package org.sockrates.lab.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sockrates.lab.run.LabResult;

final class FullDiskTest {
    @Test
    void aFullDiskIsReportedByEveryFormat() {
        List<LabResult> results = new Samples().all();
        LabText text = new LabText(UnaryOperator.identity());
        assertThatThrownBy(() -> fill(new JunitWriter(full(), text), results)).hasMessageContaining("no space");
        assertThatThrownBy(() -> fill(new TapWriter(full(), text), results)).hasMessageContaining("no space");
        assertThatThrownBy(() -> fill(new GradescopeWriter(full(), text), results))
                .hasMessageContaining("no space");
    }

    private static void fill(ResultWriter writer, List<LabResult> results) throws IOException {
        try (writer) {
            for (int i = 0; i < 50; i++) {
                for (LabResult result : results) {
                    writer.write(result);
                }
            }
        }
    }

    private static OutputStream full() {
        return new OutputStream() {
            private int left = 100;

            @Override
            public void write(int value) throws IOException {
                if (--left < 0) {
                    throw new IOException("no space left on device");
                }
            }
        };
    }
}
