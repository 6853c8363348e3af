package io.arcline.hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakableTest {
    private static final List<String> OPENINGS = Lines.load("en").words(WordList.PLACE_OPENINGS);

    @Test
    void leavesPlainWordsAlone() {
        String plain = "Two Hornets, 40 metres off the gate: don't go! It's Shani's, O'Neil.";
        assertThat(Speakable.clean(plain, 300)).isEqualTo(plain);
    }

    @Test
    void dropsWhatCannotBeSpoken() {
        assertThat(Speakable.clean("<speak>Hi <break time='9s'/>there</speak>", 300))
                .isEqualTo("Hi there");
        assertThat(Speakable.clean("see www.evil.example/x?y and HTTP://a.b .", 300))
                .isEqualTo("see and.");
        assertThat(Speakable.clean("- one\n- *two*\t\u0000\u200b# three 😀", 300))
                .isEqualTo("one two three");
        assertThat(Speakable.clean("**  ** <x>", 300)).isEmpty();
    }

    @Test
    void endsALongTextAtASentenceOrAWord() {
        assertThat(Speakable.clean("One two three. Four five six seven.", 20)).isEqualTo("One two three.");
        assertThat(Speakable.clean("One two three four five", 16)).isEqualTo("One two three");
        assertThat(Speakable.clean("a".repeat(50), 20)).hasSize(20);
    }

    @Test
    void endsLikeASentence() {
        assertThat(Speakable.sentence("Wasps")).isEqualTo("Wasps.");
        assertThat(Speakable.sentence("Wasps, ")).isEqualTo("Wasps.");
        assertThat(Speakable.sentence("Wasps!")).isEqualTo("Wasps!");
        assertThat(Speakable.sentence("")).isEmpty();
    }

    @Test
    void readsBackTheHeart() {
        assertThat(Readback.of("Um, I’m at the dam.", OPENINGS)).contains("the dam");
        assertThat(Readback.of("Inside the tower", OPENINGS)).contains("Inside the tower");
        assertThat(Readback.of("I'm at", OPENINGS)).isPresent();
        assertThat(Readback.of("x ".repeat(100), OPENINGS)).isEmpty();
    }
}
