package io.arcline.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void membersAndElementsAreSeparatedAsTheyFollowEachOther() {
        String json = new JsonText(10)
                .object()
                .name("none")
                .object()
                .endObject()
                .name("empty")
                .array()
                .endArray()
                .name("all")
                .array()
                .value("a")
                .value(-1)
                .value(true)
                .json("null")
                .array()
                .endArray()
                .object()
                .name("x")
                .json("{\"y\":2}")
                .endObject()
                .endArray()
                .name("last")
                .value("")
                .endObject()
                .toString();
        assertThat(json)
                .isEqualTo(
                        "{\"none\":{},\"empty\":[],\"all\":[\"a\",-1,true,null,[],{\"x\":{\"y\":2}}],\"last\":\"\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[",
                ":",
                "plain",
                "\"quoted\" at \\ both ends\"",
                "a\nb\rc\td\be\ff",
                "\u0000\u0001\u001f\u007f\u0080",
                "Grüße aus Köln, \u2028 und \u2029, 電話 \uD83D\uDE00"
            })
    void anyTextComesBackAsItWas(String text) {
        String json = new JsonText(0)
                .object()
                .name(text)
                .value(text)
                .name("after")
                .value(1)
                .endObject()
                .toString();
        assertThat(json.chars()).allMatch(c -> c >= ' ');
        JsonObject read = Json.createReader(new StringReader(json)).readObject();
        assertThat(read.getString(text)).isEqualTo(text);
        assertThat(read.getInt("after")).isEqualTo(1);
    }
}
