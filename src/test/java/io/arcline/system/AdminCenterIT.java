package io.arcline.system;

import io.arcline.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Liberty's Admin Center in a browser, for the pictures in docs/operations.md. It is not ours, so what it says is not looked at. */
@EnabledIfSystemProperty(named = "screenshots", matches = ".*", disabledReason = "asked for by -Dscreenshots")
class AdminCenterIT {
    /** Where this machine has the server is nobody's affair. */
    private static final String FOLDERS_HIDDEN =
            "{ const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
                    + " while (texts.nextNode()) if (texts.currentNode.data.includes('/wlp/'))"
                    + " texts.currentNode.data = 'wlp/usr'; }";

    /** Lines that have been drawn for a while. */
    private static final String SOME_TIME =
            "[...document.querySelectorAll('svg path')].some((path) => path.getAttribute('d')?.split('L').length > 10)";

    private final LibertyServer server = Servers.operated();

    @Test
    void theOperatorSignsInAndLooksAtTheServer() {
        try (Tab tab = Pages.tab().go(server.managementUri("/adminCenter/login.jsp"))) {
            tab.value("document.getElementById('j_username').focus()");
            tab.type("operator");
            tab.value("document.getElementById('j_password').focus()");
            tab.type("operators-password").press("Enter");
            tab.await(
                    "document.body.innerText.includes('Explore') && document.body.innerText.includes('Server Config')");
            tab.go(server.managementUri("/ibm/adminCenter/explore-1.0/"));
            open(tab, "Applications").await("document.body.innerText.includes('management')");
            tab.value(FOLDERS_HIDDEN);
            Pages.picture(tab, "admin-center");
            open(tab, "Monitor").await(SOME_TIME);
            Pages.picture(tab, "admin-center-monitor");
        }
    }

    private static Tab open(Tab tab, String part) {
        String label =
                "[...document.querySelectorAll('.sideTabButtonLabel')].find((label) => label.textContent === '%s')"
                        .formatted(part);
        tab.await(label).value(label + ".click()");
        return tab;
    }
}
