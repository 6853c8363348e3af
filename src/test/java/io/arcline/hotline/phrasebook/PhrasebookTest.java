package io.arcline.hotline.phrasebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.hotline.Hotline;
import io.arcline.hotline.line.Line;
import io.arcline.hotline.meaning.Asked;
import io.arcline.hotline.meaning.Meaning;
import io.arcline.hotline.meaning.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhrasebookTest {
    private static Phrasebook ours;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() {
        ours = Phrasebook.ours();
    }

    @Test
    void aFolderWithNothingInItChangesNothing() {
        Phrasebook same = Phrasebook.with(folder.resolve("not there"));
        assertThat(same.languages()).isEqualTo(ours.languages());
        assertThat(same.linesVersion()).isEqualTo(ours.linesVersion()).matches("[0-9a-f]{12}");
        assertThat(same.vocabularyVersion()).isEqualTo(ours.vocabularyVersion());
    }

    @Test
    void aLineTakesThePlaceOfAllWordingsOfOurs() throws IOException {
        write("en/lines.properties", "common.not-understood = Say again.");
        Phrasebook changed = Phrasebook.with(folder);
        assertThat(wordings(changed, Line.NOT_UNDERSTOOD)).containsExactly("Say again.");
        assertThat(wordings(ours, Line.NOT_UNDERSTOOD)).hasSizeGreaterThan(1);
        assertThat(wordings(changed, Line.GREETING)).isEqualTo(wordings(ours, Line.GREETING));
        assertThat(changed.linesVersion()).isNotEqualTo(ours.linesVersion());
        assertThat(changed.vocabularyVersion()).isEqualTo(ours.vocabularyVersion());
    }

    @Test
    void wordsAreAddedToOursOrTakeTheirPlace() throws IOException {
        assertThat(hotline(ours, "gubbins")).isEmpty();
        write("en/vocabulary.properties", "loot.anywhere+ = gubbins\nscrappy.name = the bird");
        Phrasebook changed = Phrasebook.with(folder);
        assertThat(hotline(changed, "gubbins")).containsExactly(Hotline.LOOT);
        assertThat(hotline(changed, "loot")).containsExactly(Hotline.LOOT);
        assertThat(hotline(changed, "the bird")).containsExactly(Hotline.SCRAPPY);
        assertThat(changed.vocabularyVersion()).isNotEqualTo(ours.vocabularyVersion());
    }

    @Test
    void everyMistakeOfEveryFileIsNamed() throws IOException {
        write("en/lines.properties", "greting = Hello.\nmenu.back = Still here");
        write("de/lines.properties", "greeting = <b>Hallo</b>.");
        write("en/vocabulary.properties", "lot.anywhere = loot\nloot.anywhere+ = (a|b");
        assertThatThrownBy(() -> Phrasebook.with(folder))
                .isInstanceOfSatisfying(
                        BrokenPhrasebook.class,
                        broken -> assertThat(broken.mistakes())
                                .hasSize(4)
                                .anyMatch(line -> line.startsWith("en/lines.properties: greting is no key of a line"))
                                .anyMatch(line -> line.startsWith("en/lines.properties: menu.back does not end"))
                                .anyMatch(line -> line.startsWith("de/lines.properties: greeting has \"<\""))
                                .anyMatch(line -> line.startsWith("en/vocabulary.properties:")
                                        && line.contains("lot.anywhere is no known key")
                                        && line.contains("loot.anywhere: ')' is missing")));
    }

    @Test
    void afolderIsReadAgainOnlyWhenAFileOfItIsAnother() throws IOException {
        PhrasebookFolder watched = new PhrasebookFolder(folder);
        watched.read();
        assertThat(watched.changed()).isFalse();
        write("en/lines.properties", "greeting = Shani.");
        assertThat(watched.changed()).isTrue();
        watched.read();
        assertThat(watched.changed()).isFalse();
        write("en/lines.properties", "greeting = broken");
        assertThatThrownBy(watched::read).isInstanceOf(BrokenPhrasebook.class);
        assertThat(watched.changed()).as("said once").isFalse();
        Files.delete(folder.resolve("en/lines.properties"));
        assertThat(watched.changed()).isTrue();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> wordings(Phrasebook book, Line line) {
        return IntStream.range(0, 50)
                .mapToObj(turn -> book.lines("en").say(line, turn).text())
                .distinct()
                .toList();
    }

    private static Stream<Hotline> hotline(Phrasebook book, String heard) {
        Meaning meaning = Understanding.of(book.vocabulary("en")).meaning(heard, new Asked.Choice());
        return meaning instanceof Meaning.Chosen chosen ? Stream.of(chosen.hotline()) : Stream.empty();
    }
}
