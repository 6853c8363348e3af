package io.arcline.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.dialog.DialogState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialogStateJsonTest {

    @Test
    void aStateComesBackAsItWas() {
        DialogState state = new DialogState(
                Hotline.LOOT,
                DialogState.Step.DONE,
                "de",
                "en",
                7,
                "Copy that.",
                "batteries \"in\" Buried City",
                List.of(Hotline.LOOT, Hotline.EXTRACTION),
                1,
                2,
                3);
        assertThat(DialogStateJson.read(parsed(DialogStateJson.write(state).toString())))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"hotline\":\"NOWHERE\"}",
                "{\"hotline\":\"MENU\",\"step\":\"CHOOSING\",\"language\":1}",
                "{\"hotline\":7,\"between\":[1]}"
            })
    void whatIsNoStateIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> DialogStateJson.read(parsed(json)));
    }

    private static JsonObject parsed(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
