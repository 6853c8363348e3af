package io.arcline.hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpeakableTest {
    private static final List<String> OPENINGS = Lines.load("en").words(WordList.PLACE_OPENINGS);

    @Test
    void leavesPlainWordsAlone() {
        String plain = "Two Hornets, 40 metres off the gate: don't go! It's Shani's, O'Neil.";
        assertThat(Speakable.clean(plain, 300)).isEqualTo(plain);
    }

    /** Most words need no cleaning and are passed on at once; a tag before them has them cleaned all the same. */
    @Test
    void passesCleanWordsOnAsTheyWouldBeCleaned() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            String any = random.ints(1 + random.nextInt(12), 0, 16)
                    .mapToObj("abcwW1. ,'!?-:\u00e9/"::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            assertThat(Speakable.clean(any, 300)).as(any).isEqualTo(Speakable.clean("<b>" + any, 300));
        }
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
