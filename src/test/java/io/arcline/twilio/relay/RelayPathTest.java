package io.arcline.twilio.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayPathTest {

    @Test
    void itNamesTheCallAndTheToken() {
        assertThat(new RelayPath("CA1", "abc").path()).isEqualTo("/ws/CA1/abc");
        assertThat(RelayPath.of("CA1/abc")).contains(new RelayPath("CA1", "abc"));
        assertThat(RelayPath.of("CA1/abc/")).contains(new RelayPath("CA1", "abc"));
    }

    @Test
    void aCallThatIsNotKnownYetIsAHyphen() {
        assertThat(new RelayPath("", "abc").path()).isEqualTo("/ws/-/abc");
        assertThat(RelayPath.of("-/abc")).contains(new RelayPath("", "abc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "abc",
                "CA1/",
                "/abc",
                "CA1/a/b",
                "CA1//abc",
                "../abc",
                "CA%31/abc",
                "CA1/abc//",
                "CA1/a.b",
                "-a/b"
            })
    void anythingElseIsNone(String afterRoot) {
        assertThat(RelayPath.of(afterRoot)).isEmpty();
    }

    @Test
    void whatDoesNotFitIntoAPathCannotBeNamed() {
        assertThat(RelayPath.canName("v3:MdI91X4lWFEs7_axZ-IiE4~.p")).isTrue();
        assertThat(RelayPath.canName("x".repeat(200))).isTrue();
        for (String sid : new String[] {"", "-", "..", "CA/1", "CA 1", "CA?1", "CA%31", "Ä", "x".repeat(201)}) {
            assertThat(RelayPath.canName(sid)).as(sid).isFalse();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new RelayPath("CA/1", "abc"));
    }
}
