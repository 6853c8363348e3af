package io.arcline.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextPartsTest {
    @Test
    void whatFitsIsOneMessage() {
        assertThat(TextParts.of(" " + "a".repeat(1_600) + " ")).containsExactly("a".repeat(1_600));
    }

    @Test
    void whatDoesNotIsCutBetweenSentencesAndNumbered() {
        String sentence = "Rusted gears turn up in machine halls near the dam. ";
        List<String> parts = TextParts.of(sentence.repeat(80));
        assertThat(parts)
                .hasSize(3)
                .allSatisfy(part -> assertThat(part)
                        .hasSizeLessThanOrEqualTo(1_600)
                        .startsWith("Rusted")
                        .matches("(?s).*dam\\. \\(\\d/3\\)"));
        assertThat(parts.getFirst()).endsWith("(1/3)");
        String joined = String.join(" ", parts).replaceAll(" \\(\\d/3\\)", "");
        assertThat(joined).isEqualTo(sentence.repeat(80).strip());
    }

    @Test
    void wordsWithoutSentencesAreCutBetweenWordsAndLettersAnywhere() {
        assertThat(TextParts.of("word ".repeat(400)))
                .allSatisfy(part -> assertThat(part).contains("word (").hasSizeLessThan(1_601));
        assertThat(TextParts.of("\uD83D\uDE00".repeat(1_000)))
                .allSatisfy(
                        part -> assertThat(part).hasSizeLessThanOrEqualTo(1_600).doesNotContain("?"))
                .allSatisfy(part ->
                        assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse());
    }
}
