package io.arcline.assistant;

import io.arcline.hotline.errand.LootLookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers lookups from a resource file: what is known of common items, and an honest line for everything else. */
@ApplicationScoped
public class ScriptedLoot implements LootLookup {
    private static final String OTHERWISE = "otherwise";
    private final Map<String, Map<String, String>> answers = new TreeMap<>();

    public ScriptedLoot() {
        for (String language : new String[] {"en", "de"}) {
            answers.put(language, load(language));
        }
    }

    @Override
    public String lookUp(String item, String language) {
        Map<String, String> known = answers.getOrDefault(language, answers.get("en"));
        String words = " " + singular(item) + " ";
        return known.entrySet().stream()
                .filter(entry -> words.contains(" " + singular(entry.getKey()) + " "))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(known.get(OTHERWISE));
    }

    /** Lower case, one space between words, English and German plurals cut to what both numbers share. */
    private static String singular(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
                .map(word -> word.replaceAll("(?<=..)(ies|ien|ern|en|s|e|n|y)$", ""))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> load(String language) {
        Properties file = new Properties();
        try (InputStream in = ScriptedLoot.class.getResourceAsStream("loot_" + language + ".properties")) {
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return file.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key.replace('_', ' '), file::getProperty, (a, b) -> a, TreeMap::new));
    }
}
