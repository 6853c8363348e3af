package io.arcline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.callers.Callers;
import org.junit.jupiter.api.Test;

/** What counts as something of a caller where it stands in a log. */
class NothingOfCallersInLogsTest {
    @Test
    void sentencesAndNumbersTellAndWhatAnyLogMayHaveDoesNot() {
        Callers.said(" a Matriarch sleeps under the radio tower ");
        Callers.said("menu");
        Callers.said("yes of me");
        Callers.calledFrom("+15550600001");
        Callers.calledFrom("anonymous");
        assertThat(NothingOfCallersInLogs.telling())
                .contains("a Matriarch sleeps under the radio tower", "15550600001")
                .doesNotContain("menu", "yes of me", "anonymous");
        assertThat(NothingOfCallersInLogs.leaks("[INFO] heard: a Matriarch sleeps under the radio tower\n[INFO] menu"))
                .containsExactly("[INFO] heard: a Matriarch sleeps under the radio tower");
        Callers.said("they call it \"the pit\" and/or hell");
        assertThat(NothingOfCallersInLogs.leaks("{\"message\":\"heard: they call it \\\"the pit\\\" and\\/or hell\"}"))
                .hasSize(1);
        assertThat(NothingOfCallersInLogs.leaks("refused a call of +15550600001"))
                .hasSize(1);
    }
}
