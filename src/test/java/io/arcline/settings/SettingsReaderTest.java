package io.arcline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
    enum Colour {
        RED,
        DARK_BLUE
    }

    record Everything(
            @Setting(name = "TEXT", about = "", defaultValue = "t")
            String text,

            @Setting(name = "NUMBER", about = "", defaultValue = "7", min = 1, max = 9)
            int number,

            @Setting(name = "BIG", about = "", defaultValue = "7000000000")
            long big,

            @Setting(name = "FLAG", about = "", defaultValue = "true")
            boolean flag,

            @Setting(name = "WAIT", about = "", defaultValue = "100", unit = "milliseconds", min = 10, max = 60_000)
            Duration pause,

            @Setting(name = "COLOUR", about = "", defaultValue = "dark-blue")
            Colour colour,

            @Setting(name = "NAMES", about = "", pattern = "[a-z]+", patternMeans = "a name in small letters")
            List<String> names,

            @Setting(name = "ADDRESS", about = "") Optional<URI> address,
            @Setting(name = "FOLDER", about = "") Optional<Path> folder,

            @Setting(name = "KEY", about = "", secret = true)
            Optional<Secret> key,

            @Setting(name = "MAYBE", about = "", unit = "minutes")
            Optional<Duration> maybe) {}

    record Range(
            @Setting(name = "LOW", about = "", defaultValue = "1")
            int low,

            @Setting(name = "HIGH", about = "", defaultValue = "2")
            int high) {
        Range {
            if (low > high) {
                throw new IllegalArgumentException("LOW and HIGH: " + low + " is more than " + high);
            }
        }
    }

    record WithoutDefault(
            @Setting(name = "TEXT", about = "") String text) {}

    record Wrong(
            @Setting(name = "NUMBER", about = "", defaultValue = "x")
            int number) {}

    record Open(@Setting(name = "KEY", about = "") Optional<Secret> key) {}

    record Odd(
            @Setting(name = "ODD", about = "", defaultValue = "x")
            Thread odd) {}

    @Test
    void defaultsOfEveryType() {
        assertThat(Environment.read(Everything.class))
                .isEqualTo(new Everything(
                        "t",
                        7,
                        7_000_000_000L,
                        true,
                        Duration.ofMillis(100),
                        Colour.DARK_BLUE,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void valuesOfEveryType() {
        assertThat(Environment.read(
                        Everything.class,
                        "TEXT",
                        " some text ",
                        "NUMBER",
                        "9",
                        "BIG",
                        "-1",
                        "FLAG",
                        "Off",
                        "WAIT",
                        "5s",
                        "COLOUR",
                        "DARK_BLUE",
                        "NAMES",
                        "anna, ben,,cleo,",
                        "ADDRESS",
                        "https://example.com/x",
                        "FOLDER",
                        "a b/c",
                        "KEY",
                        "s3cret",
                        "MAYBE",
                        "3"))
                .isEqualTo(new Everything(
                        "some text",
                        9,
                        -1,
                        false,
                        Duration.ofSeconds(5),
                        Colour.DARK_BLUE,
                        List.of("anna", "ben", "cleo"),
                        Optional.of(URI.create("https://example.com/x")),
                        Optional.of(Path.of("a b/c")),
                        Optional.of(new Secret("s3cret")),
                        Optional.of(Duration.ofMinutes(3))));
    }

    @Test
    void blankCountsAsNotSet() {
        assertThat(Environment.read(Everything.class, "TEXT", "", "NUMBER", "  ", "KEY", "\n", "WAIT", "\t"))
                .isEqualTo(Environment.read(Everything.class));
    }

    @Test
    void everyMistakeHasItsLine() {
        SettingsReader reader = Environment.reader(
                "NUMBER", "ten",
                "BIG", "9223372036854775808",
                "FLAG", "maybe",
                "WAIT", "soon",
                "COLOUR", "green",
                "NAMES", "anna,Ben",
                "ADDRESS", "a b",
                "FOLDER", "a\0b",
                "MAYBE", "3 weeks");
        assertThat(reader.read(Everything.class)).isEqualTo(Environment.read(Everything.class));
        assertThat(reader.report().problems())
                .containsExactly(
                        "NUMBER: 'ten' is not a whole number (default 7)",
                        "BIG: '9223372036854775808' is not a whole number (default 7000000000)",
                        "FLAG: 'maybe' is neither true nor false (default true)",
                        "WAIT: 'soon' is not a duration like 30, 100ms, 5m or PT30S (default 100)",
                        "COLOUR: 'green' is none of red, dark-blue (default dark-blue)",
                        "NAMES: 'anna,Ben' is not a name in small letters",
                        "ADDRESS: 'a b' is not an address",
                        "FOLDER: 'a?b' is not a path",
                        "MAYBE: '3 weeks' is not a duration like 30, 100ms, 5m or PT30S");
    }

    @Test
    void boundsAreInTheUnit() {
        assertThat(problems(Everything.class, "NUMBER", "0")).containsExactly("NUMBER: '0' is less than 1 (default 7)");
        assertThat(problems(Everything.class, "NUMBER", "10"))
                .containsExactly("NUMBER: '10' is more than 9" + " (default 7)");
        assertThat(problems(Everything.class, "WAIT", "9ms"))
                .containsExactly("WAIT: '9ms' is less than 10 milliseconds (default 100)");
        assertThat(problems(Everything.class, "WAIT", "61s"))
                .containsExactly("WAIT: '61s' is more than 60000 milliseconds (default 100)");
        assertThat(problems(Everything.class, "WAIT", "999999999999999d")).hasSize(1);
        assertThat(problems(Everything.class, "WAIT", "-PT1S")).hasSize(1);
    }

    @Test
    void wrongCombinationIsOneLineAndLeavesTheDefaults() {
        SettingsReader reader = Environment.reader("LOW", "5", "HIGH", "4");
        assertThat(reader.read(Range.class)).isEqualTo(new Range(1, 2));
        assertThat(reader.report().problems()).containsExactly("LOW and HIGH: 5 is more than 4");
    }

    @Test
    void longAndStrangeValuesStayOneShortLine() {
        assertThat(problems(Everything.class, "NUMBER", "1\nFORGED LINE\u001b[31m" + "x".repeat(5000))
                        .getFirst())
                .startsWith("NUMBER: '1?FORGED LINE?[31mxxx")
                .endsWith("...' is not a whole number (default 7)")
                .hasSizeLessThan(120);
    }

    @Test
    void groupsDeclaredWronglyAreNotReadAtAll() {
        assertThatThrownBy(() -> Environment.read(WithoutDefault.class))
                .hasMessageContaining("TEXT has neither a" + " default");
        assertThatThrownBy(() -> Environment.read(Wrong.class))
                .hasMessageContaining("The default of NUMBER is not" + " a whole");
        assertThatThrownBy(() -> Environment.read(Open.class)).hasMessageContaining("KEY is a Secret and not declared");
        assertThatThrownBy(() -> Environment.read(Odd.class))
                .hasMessageContaining("ODD has a type that settings do" + " not");
    }

    private static List<String> problems(Class<? extends Record> group, String... namesAndValues) {
        SettingsReader reader = Environment.reader(namesAndValues);
        reader.read(group);
        return reader.report().problems();
    }
}
