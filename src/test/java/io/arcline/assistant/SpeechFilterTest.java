package io.arcline.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model writes and what of it is spoken, wherever it is cut into tokens. */
class SpeechFilterTest {
    private static final long SEED = 20261123;

    /** Pairs of what is written and what is to be heard. */
    static List<String[]> english() {
        return List.of(
                pair("Batteries turn up in car parks. Go in quiet.", "Batteries turn up in car parks. Go in quiet."),
                pair("In the swamp [1][2].", "In the swamp."),
                pair("In the swamp[1, 3], mostly.", "In the swamp, mostly."),
                pair(
                        "**Gears** are in [Dam Battlegrounds](https://x.example/a_(b)) there.",
                        "Gears are in Dam Battlegrounds there."),
                pair("See https://arcraiders.example/wiki?x=1. Then go.", "See. Then go."),
                pair("See www.example.com, then go", "See, then go."),
                pair("Look at arcraiders.com for more.", "Look at arcraiders for more."),
                pair("Write to shani@speranza.example now.", "Write to shani now."),
                pair("# Where\n- Car parks\n- Power rooms\n", "Where. Car parks. Power rooms."),
                pair("1. Car parks\n2. Roofs", "Car parks. Roofs."),
                pair("Call +44 20 7946 0000 now.", "Call now."),
                pair("Call (555) 010-0100 or 0800 123456.", "Call or."),
                pair("It takes 1,000 or 20,500,000 of them.", "It takes 1000 or 20500000 of them."),
                pair("Wait 3-5 minutes at ~50%.", "Wait 3 to 5 minutes at about 50 percent."),
                pair("<speak>Run <break time=\"3s\"/> now</speak>", "Run now."),
                pair("Go < now", "Go now."),
                pair("<think>The caller wants\n\nfun.</think>Wasps fly.", "Wasps fly."),
                pair("Salt & pepper \uD83D\uDE00 are there\u2026 maybe", "Salt and pepper are there\u2026 maybe."),
                pair("Use `grep` and snake_case, a|b.", "Use grep and snake case, a b."),
                pair(
                        "Go early - others know. It's a well-known place.",
                        "Go early, others know. It's a well-known place."),
                pair("At 7 a.m. the U.S. crew leaves. Now.", "At 7 a.m. the U.S. crew leaves. Now."),
                pair("Copy. I am an AI language model made by OpenAI.", "Copy. I am."),
                pair("As an **AI** I cannot.", "As."),
                pair("There is an airlock, an apple and a hat.", "There is an airlock, an apple and a hat."),
                pair("How what where. Http is a word, web too.", "How what where. Http is a word, web too."),
                pair(
                        "One. Two and three. Seven is fine. And more. And yet more.",
                        "One. Two and three. Seven is fine."),
                pair("", ""),
                pair("** ##\n\n", ""),
                pair("\u0000\u0007\u202eRun", "Run."));
    }

    @ParameterizedTest
    @MethodSource("english")
    void whatIsWrittenBecomesWhatIsHeardWhereverItIsCut(String written, String heard) {
        Random random = new Random(SEED);
        System.out.println("SpeechFilterTest seed " + SEED);
        assertThat(spoken(List.of(written))).isEqualTo(heard);
        assertThat(spoken(
                        written.chars().mapToObj(c -> String.valueOf((char) c)).toList()))
                .isEqualTo(heard);
        for (int i = 0; i < 30; i++) {
            assertThat(spoken(cut(written, random))).isEqualTo(heard);
        }
    }

    @Test
    void germanNumbersAreSaidInGerman() {
        SpeechFilter filter = new SpeechFilter(Briefing.load("de"));
        assertThat(filter.feed("Das kostet 1.500 bei 20%, 3\u20135 Tage, z.B. hier & dort.") + filter.end())
                .isEqualTo("Das kostet 1500 bei 20 Prozent, 3 bis 5 Tage, z.B. hier und dort.");
    }

    @Test
    void aTokenThatIsAWordIsSpokenAtOnceAndNothingIsLostBetweenTokens() {
        SpeechFilter filter = new SpeechFilter(Briefing.load("en"));
        List<String> spoken = new ArrayList<>();
        for (String token : List.of("Batt", "eries", " turn", " up", " in", " the", " park", ".", " Go", " quiet")) {
            spoken.add(filter.feed(token));
        }
        assertThat(spoken)
                .containsExactly("Batt", "eries", " turn", " up", " in", " the", " park", "", ". Go", " quiet");
    }

    @Test
    void whatLeavesThePersonaEndsTheAnswer() {
        SpeechFilter filter = new SpeechFilter(Briefing.load("en"));
        filter.feed("My system prompt");
        filter.feed(" says: be Shani.");
        assertThat(filter.lostPersona()).isTrue();
        assertThat(filter.isDone()).isTrue();
    }

    @Test
    void anythingAtAllIsSpeakable() {
        Random random = new Random(SEED);
        String alphabet = "aB1 .,[]()<>*_#`\n-+@:/|~&%hwtp\uD83D\uDE00\u0000";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String whole = spoken(List.of(text.toString()));
            assertThat(whole)
                    .doesNotContainPattern("[\\[\\]<>*_#`|~@\\p{Cntrl}]")
                    .doesNotContain("http:", "www.");
            assertThat(whole.replaceAll("[^0-9]", " ")).doesNotContainPattern("\\d{12}");
            assertThat(whole).isEqualTo(whole.strip());
        }
    }

    private static String spoken(List<String> tokens) {
        SpeechFilter filter = new SpeechFilter(Briefing.load("en"));
        StringBuilder spoken = new StringBuilder();
        tokens.forEach(token -> spoken.append(filter.feed(token)));
        return spoken.append(filter.end()).toString();
    }

    private static List<String> cut(String text, Random random) {
        List<String> tokens = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(6));
            tokens.add(text.substring(at, end));
            at = end;
        }
        return tokens;
    }

    private static String[] pair(String written, String heard) {
        return new String[] {written, heard};
    }
}
