package io.arcline.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Environment variables of a test. */
final class Environment {
    private Environment() {}

    /** @param namesAndValues in turn */
    static SettingsReader reader(String... namesAndValues) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SettingsReader(SettingsSource.of("environment", name -> Optional.ofNullable(variables.get(name))));
    }

    /** A group that is read without a problem. */
    static <T extends Record> T read(Class<T> group, String... namesAndValues) {
        SettingsReader reader = reader(namesAndValues);
        T read = reader.read(group);
        if (!reader.report().problems().isEmpty()) {
            throw new AssertionError(reader.report().problems());
        }
        return read;
    }
}
