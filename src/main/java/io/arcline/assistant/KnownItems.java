package io.arcline.assistant;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What Shani knows of common items without asking anybody: the resource {@code loot_<language>.properties}. Immutable. */
final class KnownItems {
    private static final String OTHERWISE = "otherwise";
    private final Map<String, String> answers;
    private final String otherwise;

    private KnownItems(Map<String, String> answers, String otherwise) {
        this.answers = answers;
        this.otherwise = otherwise;
    }

    /** What is known in a language that the hotline speaks. */
    static KnownItems load(String language) {
        Properties file = new Properties();
        try (InputStream in = KnownItems.class.getResourceAsStream("loot_" + language + ".properties")) {
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> answers = file.stringPropertyNames().stream()
                .filter(key -> !key.equals(OTHERWISE))
                .collect(Collectors.toMap(
                        key -> plain(key.replace('_', ' ')), file::getProperty, (a, b) -> a, TreeMap::new));
        return new KnownItems(answers, file.getProperty(OTHERWISE));
    }

    /** What is known of exactly this item, in either number. */
    Optional<String> of(String item) {
        return Optional.ofNullable(answers.get(plain(item)));
    }

    /** What is known of an item that is mentioned; else the admission that it is nothing. */
    String ofAnyIn(String words) {
        String plain = " " + plain(words) + " ";
        return answers.entrySet().stream()
                .filter(entry -> plain.contains(" " + entry.getKey() + " "))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    /** Lower case, one space between words, English and German plurals cut to what both numbers share. */
    static String plain(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
                .map(word -> word.replaceAll("(?<=..)(ies|ien|ern|en|s|e|n|y)$", ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
