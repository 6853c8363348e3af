package io.arcline.assistant;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something that there is of each language; English where there is none of one. */
record ByLanguage<T>(Map<String, T> all) {
    private static final String DEFAULT = "en";

    static <T> ByLanguage<T> of(Set<String> languages, Function<String, T> load) {
        return new ByLanguage<>(languages.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), load)));
    }

    T in(String language) {
        return all.getOrDefault(language, all.get(DEFAULT));
    }
}
