package io.arcline.hotline.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesTest {
    private final Lines english = Lines.load("en");

    @Test
    void everyLanguageHasEveryLine() {
        assertThat(Lines.loadAll().keySet()).containsExactly("en", "de");
    }

    @Test
    void settingsAreTheSameInEveryLanguage() {
        Lines german = Lines.load("de");
        for (Line line : Line.values()) {
            assertThat(german.say(line, 0).interruptible())
                    .as(line.key())
                    .isEqualTo(english.say(line, 0).interruptible());
            assertThat(german.say(line, 0).preemptible())
                    .as(line.key())
                    .isEqualTo(english.say(line, 0).preemptible());
        }
    }

    @Test
    void onlyFillersArePreemptibleAndOnlyConfirmationsAreNotInterruptible() {
        for (Line line : Line.values()) {
            boolean filler = line.key().startsWith("wait.") || line.key().startsWith("loot.looking");
            assertThat(english.say(line, 0).preemptible()).as(line.key()).isEqualTo(filler);
            assertThat(english.say(line, 0).interruptible())
                    .as(line.key())
                    .isEqualTo(!line.key().endsWith(".stored"));
        }
    }

    @Test
    void wordingsTakeTurns() {
        var heard = IntStream.range(0, 30)
                .mapToObj(turn -> english.say(Line.GOODBYE, turn * 3).text())
                .collect(Collectors.toSet());
        assertThat(heard).hasSizeGreaterThan(1).allMatch(text -> text.length() <= 40);
        assertThat(english.say(Line.GOODBYE, 7)).isEqualTo(english.say(Line.GOODBYE, 7));
    }

    @Test
    void fillsInPlaceholders() {
        assertThat(english.say(Line.CHOOSE, 0, Map.of("one", "Loot", "other", "Scrappy"))
                        .text())
                .isEqualTo("Loot, or Scrappy?");
    }

    @Test
    void beginsSentencesWithACapitalAndFillsInNothingInsideAValue() {
        var values = Map.of("number", "1", "report", "{number} wasps");
        assertThat(english.say(Line.LISTEN_REPORT, 0, values).text()).isEqualTo("1: {number} wasps");
        assertThat(english.say(Line.LISTEN_REPORT, 0, Map.of("number", "1", "report", "wasps"))
                        .text())
                .isEqualTo("1: Wasps");
    }

    @Test
    void reportsEveryMistakeAtOnce() throws IOException {
        Map<String, String> entries = new HashMap<>(LinesFile.read("en").entries());
        entries.remove("greeting");
        entries.put("loot.lookin.1", "Looking for {item}.");
        entries.put("common.choose", "{one} or {two}?");
        entries.put("menu.help", "**Help**.");
        entries.put("menu.back", "Still here");
        entries.put("common.goodbye.2", "Goodbye, Raider, and do take care of yourself.");
        entries.put("submit.stored.interruptible", "no");
        entries.put("scrappy.next", "");
        entries.put("listen.more.9", "More?");
        entries.put("call.full", "Full {.");
        LinesFile file = new LinesFile("en", entries, List.of("listen.none"));
        assertThat(Proofreading.mistakesOf(file))
                .containsExactlyInAnyOrder(
                        "en/lines.properties: greeting is missing",
                        "en/lines.properties: loot.lookin.1 is no key of a line; the nearest is loot.looking.1",
                        "en/lines.properties: common.choose has {two}, which nothing fills in; "
                                + "it may have [one, other]",
                        "en/lines.properties: common.choose lacks {other}",
                        "en/lines.properties: menu.help has \"*\", which cannot be spoken",
                        "en/lines.properties: menu.back does not end like a sentence",
                        "en/lines.properties: common.goodbye has 46 characters, more than 40",
                        "en/lines.properties: submit.stored.interruptible is \"no\" and must be true or false",
                        "en/lines.properties: scrappy.next is empty",
                        "en/lines.properties: listen.more.9 has a number that does not follow on 1, 2, 3",
                        "en/lines.properties: call.full has a brace without its partner",
                        "en/lines.properties: listen.none is there more than once");
        assertThatThrownBy(() -> Lines.of(file))
                .isInstanceOf(BrokenLines.class)
                .hasMessageContaining("12 mistake(s)")
                .hasMessageContaining("greeting is missing");
    }

    @Test
    void noticesAKeyThatIsThereTwice() throws IOException {
        assertThat(LinesFile.read("en", new StringReader("a=1\nb=2\na=3")).doubled())
                .containsExactly("a");
    }
}
