package org.sockrates.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void thePageIsAsItWasLookedAt() throws IOException {
        Golden.assertSame(HtmlReport.of(MadeUp.two()), "two.html");
    }

    @Test
    void thePageNeedsNothingElse() {
        assertThat(HtmlReport.of(MadeUp.two()))
                .doesNotContain("http:", "https:", "src=", "href=", "<script", "<link", "@import", "url(");
    }

    @Test
    void textFromOutsideStaysText() {
        String page = HtmlReport.of(MadeUp.two());

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;goes&lt;/b&gt;", "\\x1b[2J");
        assertThat(HtmlText.escape("<a href=\"x\" title='y'>&"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
    }

    @Test
    void measuredComputedAndAbsentLookDifferent() {
        assertThat(HtmlReport.of(MadeUp.two()))
                .contains("class=\"value measured\"", "class=\"value computed\"", "class=\"value absent\"");
    }
}
