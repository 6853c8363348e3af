package io.arcline.settings;

import java.util.Optional;
import java.util.function.Function;

/** Where settings come from. */
@FunctionalInterface
public interface SettingsSource {
    /** What is there under a name, also when it is blank; empty where nothing is. */
    Optional<Found> find(String name);

    /**
     * A value as it was found.
     *
     * @param text as it is written there
     * @param source what operators call the place, such as "environment"
     */
    record Found(String text, String source) {}

    /** The environment variables of this process. */
    static SettingsSource environment() {
        return of("environment", name -> Optional.ofNullable(System.getenv(name)));
    }

    /** A place with a name. */
    static SettingsSource of(String source, Function<String, Optional<String>> lookup) {
        return name -> lookup.apply(name).map(text -> new Found(text, source));
    }
}
