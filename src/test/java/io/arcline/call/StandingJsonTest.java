package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState;
import io.arcline.hotline.dialog.Heard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandingJsonTest {
    private static final DialogState STATE = new DialogState(
            Hotline.LOOT,
            DialogState.Step.DONE,
            "de",
            "en",
            7,
            "Copy that: \"two\" of them.\nOver \uD83D\uDE00",
            "batteries \\ Buried City",
            List.of(Hotline.LOOT, Hotline.EXTRACTION),
            1,
            2,
            3);

    /** As servers stored it that put it together by way of an object model. */
    private static final String STORED =
            "{\"dialog\":{\"hotline\":\"LOOT\",\"step\":\"DONE\",\"language\":\"de\",\"heardLanguage\":\"en\",\"turns\":7,"
                    + "\"lastAnswer\":\"Copy that: \\\"two\\\" of them.\\nOver \uD83D\uDE00\",\"kept\":\"batteries \\\\ Buried City\","
                    + "\"between\":[\"LOOT\",\"EXTRACTION\"],\"misunderstood\":1,\"silences\":2,\"errands\":3},"
                    + "\"inputs\":[\"key 1\",\"1b2f\"],\"unanswered\":{\"speech\":\"and \\\"loot\\\"\",\"language\":\"en-US\"}}";

    static Stream<Optional<Heard>> unanswered() {
        return Stream.of(
                Optional.empty(),
                Optional.of(new Heard.Speech("and \"loot\"", "en-US")),
                Optional.of(new Heard.Keys("12")),
                Optional.of(new Heard.Silence()));
    }

    @ParameterizedTest
    @MethodSource("unanswered")
    void whereACallStandsComesBackAsItWas(Optional<Heard> unanswered) {
        Standing standing = new Standing(STATE, unanswered, List.of("key 1", "1b2f"));
        assertThat(StandingJson.read(StandingJson.write(standing))).isEqualTo(standing);
    }

    @Test
    void whatOtherServersStoredIsRead() {
        Standing standing =
                new Standing(STATE, Optional.of(new Heard.Speech("and \"loot\"", "en-US")), List.of("key 1", "1b2f"));
        assertThat(StandingJson.read(STORED)).isEqualTo(standing);
        assertThat(StandingJson.write(standing)).isEqualTo(STORED);
    }

    @Test
    void whatOnlyTheServerDidIsNotKept() {
        String json = StandingJson.write(new Standing(STATE, Optional.of(new Heard.Connected()), List.of()));
        assertThat(StandingJson.read(json).unanswered()).isEmpty();
        assertThat(json).doesNotContain("unanswered");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StandingJson.read("{\"dialog\":{},\"inputs\":[]}"));
        assertThatIllegalArgumentException().isThrownBy(() -> StandingJson.read("{"));
    }
}
