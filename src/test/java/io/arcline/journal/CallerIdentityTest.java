package io.arcline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallerIdentityTest {
    private final CallerIdentity identity = new CallerIdentity(List.of("new", "old"));

    @Test
    void theSameNumberHasTheSameNameAndNoOtherHasIt() {
        String name = identity.of("+447700900001");
        assertThat(name)
                .matches("[0-9a-f]{32}")
                .isEqualTo(new CallerIdentity(List.of("new")).of("+447700900001"))
                .isNotEqualTo(identity.of("+447700900002"))
                .isNotEqualTo(new CallerIdentity(List.of("old")).of("+447700900001"));
    }

    @Test
    void namesUnderEarlierKeysAreFoundToo() {
        assertThat(identity.all("+447700900001"))
                .containsExactly(identity.of("+447700900001"), new CallerIdentity(List.of("old")).of("+447700900001"));
    }

    @Test
    void aWithheldNumberHasNoName() {
        assertThat(identity.of(" ")).isEqualTo("withheld");
    }

    @Test
    void keysAreNotPrinted() {
        assertThat(identity.toString()).doesNotContain("new", "old");
    }
}
