package io.arcline.hotline.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void givesTheGamesNamesAsHints() {
        assertThat(Vocabulary.load("en").hints())
                .contains("Shani", "Scrappy", "Dam Battlegrounds")
                .doesNotContain("");
    }

    @Test
    void saysWhichLanguageItHasNoneFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.load("xx"))
                .withMessageContaining("\"xx\"");
    }

    @Test
    void reportsEveryMistakeAtOnce() throws IOException {
        String broken = english()
                + "\nscrapy.anywhere = oops\nlist.nobody =\nafter.loot.scrappy = (a|b\nafter.loot.menu = <nothing>\n"
                + "after.loot.help = and so on\nafter.loot.yes = and so on\nhints = twice\n";

        assertThatThrownBy(() -> Vocabulary.read("en", new StringReader(broken)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scrapy.anywhere is no known key")
                .hasMessageContaining("list.nobody is empty")
                .hasMessageContaining("after.loot.scrappy: ')' is missing in \"(a|b\"")
                .hasMessageContaining("after.loot.menu: there is no list <nothing>")
                .hasMessageContaining("after.loot.yes: \"and so on\" already means")
                .hasMessageContaining("hints is there twice");
    }

    @Test
    void doesNotTakeAnEmptyFile() {
        assertThatThrownBy(() -> Vocabulary.read("en", new StringReader("")))
                .hasMessageContaining("hints is missing")
                .hasMessageContaining("loot.anywhere is missing");
    }

    private static String english() throws IOException {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/io/arcline/hotline/en/vocabulary.properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
