package io.arcline.system;

import java.util.Map;

/** Servers that many tests share, started when first asked for and stopped with the tests' JVM. */
final class Servers {
    private Servers() {}

    /** A development server: no token, an embedded database. */
    static LibertyServer development() {
        return Development.SERVER;
    }

    private static final class Development {
        static final LibertyServer SERVER = LibertyServer.start("development", Map.of());
    }
}
