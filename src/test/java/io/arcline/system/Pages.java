package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.browser.Chromium;
import io.arcline.browser.Tab;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** What the pages' tests share: one browser, and what is asked of every page. */
final class Pages {
    static final int DESKTOP = 1280;
    static final int PHONE = 390;

    /** Keeps what the browser reports of the policy, in the order in which it does. */
    private static final String WATCH = """
            window.violations = [];
            addEventListener('securitypolicyviolation', (event) => violations.push(
                event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber));""";

    private Pages() {}

    /** A tab of a desktop's size in the shared browser; the test is skipped where no browser is installed. */
    static Tab tab() {
        Assumptions.assumeTrue(
                Chromium.program().isPresent(), "no Chromium here: `apt-get install chromium` to test the pages");
        return Shared.BROWSER.tab(DESKTOP, 900).before(WATCH);
    }

    /** Nobody was told of anything: no message, no error, no file that was not found, no violation of the policy. */
    static void assertQuiet(Tab tab) {
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.text("JSON.stringify(window.violations)")).isEqualTo("[]");
    }

    /** WCAG 2.1 A and AA and good practice, as far as axe can tell. */
    static void assertAccessible(Tab tab) {
        assertQuiet(tab);
        tab.value(Axe.SCRIPT);
        String findings = tab.text("""
                axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.map((rule) =>
                    rule.id + ': ' + rule.nodes.map((node) => node.target + ' ' + node.failureSummary).join('; '))
                    .join('\\n'))""");
        assertThat(findings).isEmpty();
        // Of axe's own doings in the page.
        tab.forgive();
        assertThat(tab.is("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is wider than the page")
                .isTrue();
    }

    /** A picture for the documents, where they are asked for by {@code -Dscreenshots}. */
    static void picture(Tab tab, String name) {
        if (System.getProperty("screenshots") != null) {
            tab.picture(Path.of("docs", "pages", name + ".webp"));
        }
    }

    private static final class Shared {
        static final Chromium BROWSER = Chromium.start();
    }

    private static final class Axe {
        static final String SCRIPT = script();

        private static String script() {
            try (InputStream file =
                    Pages.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8) + ";0";
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
