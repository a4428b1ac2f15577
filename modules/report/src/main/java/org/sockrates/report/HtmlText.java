package org.sockrates.report;

import org.sockrates.transport.SafeText;

/** Text from anywhere, safe within an element or a quoted attribute of a page. */
final class HtmlText {
    private HtmlText() {}

    static String escape(String text) {
        return SafeText.escape(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
