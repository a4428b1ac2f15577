package org.sockrates.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that were looked at by a person, and must not change unseen. */
final class Golden {
    private Golden() {}

    /** Fails unless the text is, byte for byte, the file of that name beside the tests. */
    static void assertSame(String actual, String file) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream(file)) {
            byte[] expected = Objects.requireNonNull(in, file).readAllBytes();
            assertThat(actual).isEqualTo(new String(expected, StandardCharsets.UTF_8));
        }
    }
}
