package io.arcline.assistant;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * What a language model is told in one language, and how what it writes is spoken: the resource {@code briefing_<language>.properties},
 * where each value is explained.
 *
 * @param tokens the most that it may write
 * @param sentences an answer ends with this one, or with the one that reaches the characters
 * @param telltales what Shani never says, in lower case
 */
record Briefing(
        double temperature,
        int tokens,
        int sentences,
        int characters,
        String persona,
        String item,
        String anything,
        List<String> telltales,
        String to,
        String about,
        String percent,
        String and,
        String thousands) {
    private static final double HOTTEST = 2;

    /**
     * The briefing of a language that the hotline speaks.
     *
     * @throws IllegalStateException where the resource lacks something or holds something else than it should
     */
    static Briefing load(String language) {
        String name = "briefing_" + language + ".properties";
        Properties file = new Properties();
        try (InputStream in = Briefing.class.getResourceAsStream(name)) {
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        try {
            return new Briefing(
                    number(file, "temperature", 0, HOTTEST),
                    (int) number(file, "tokens", 20, 4_000),
                    (int) number(file, "sentences", 1, 20),
                    (int) number(file, "characters", 50, 5_000),
                    text(file, "persona"),
                    text(file, "item"),
                    text(file, "anything"),
                    Arrays.stream(text(file, "telltales").split(","))
                            .map(String::strip)
                            .toList(),
                    text(file, "spoken.to"),
                    text(file, "spoken.about"),
                    text(file, "spoken.percent"),
                    text(file, "spoken.and"),
                    text(file, "spoken.thousands"));
        } catch (IllegalArgumentException mistaken) {
            throw new IllegalStateException(name + ": " + mistaken.getMessage(), mistaken);
        }
    }

    private static String text(Properties file, String key) {
        String text = file.getProperty(key, "").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }

    private static double number(Properties file, String key, double least, double most) {
        double number = Double.parseDouble(text(file, key));
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException(key + " is not from " + least + " to " + most);
        }
        return number;
    }
}
