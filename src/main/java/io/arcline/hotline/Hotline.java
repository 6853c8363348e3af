package io.arcline.hotline;

import java.util.Optional;

/** Where in the hotline a caller is: at the menu or in one of the five lines. */
public enum Hotline {
    MENU("menu", '0'),
    EXTRACTION("extraction", '1'),
    LOOT("loot", '2'),
    SCRAPPY("scrappy", '3'),
    SUBMIT_INTEL("submit-intel", '4'),
    LISTEN_INTEL("listen-intel", '5');

    private final String id;
    private final char key;

    Hotline(String id, char key) {
        this.id = id;
        this.key = key;
    }

    /** The name that operators, metrics and the resource files use. */
    public String id() {
        return id;
    }

    /** The key of the telephone that leads here. */
    public char key() {
        return key;
    }

    /** The hotline behind a key of the telephone, if there is one. */
    public static Optional<Hotline> ofKey(char key) {
        for (Hotline hotline : values()) {
            if (hotline.key == key) {
                return Optional.of(hotline);
            }
        }
        return Optional.empty();
    }
}
