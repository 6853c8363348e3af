package io.arcline.faketwilio.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/** The scripts by their names. */
final class Scripts {
    /** Resources beside this class. */
    private static final List<String> OWN = List.of("tour", "tour-without-stores", "visit");

    private Scripts() {}

    /**
     * The script of each call of a load, by the call's number.
     *
     * @param name {@code tour}, {@code tour-without-stores}, {@code visit}, {@code mix}, {@code anything}, or a file
     * @throws IllegalArgumentException when there is none of that name or it is wrong
     */
    static IntFunction<Script> named(String name, long seed) {
        if (name.equals("mix")) {
            return call -> Script.mixed(seed, call);
        }
        Script one = name.equals("anything") ? Script.anything() : Script.parse(lines(name));
        return call -> one;
    }

    private static List<String> lines(String name) {
        try {
            if (!OWN.contains(name)) {
                return Files.readAllLines(Path.of(name));
            }
            try (InputStream in = Scripts.class.getResourceAsStream(name + ".script")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        } catch (java.nio.file.NoSuchFileException none) {
            throw new IllegalArgumentException(
                    "No script \"" + name + "\": tour, tour-without-stores, visit, mix, anything, or a file", none);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
