package io.arcline.server;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Says at the start what the server runs with, and refuses to start with what it cannot run with. */
final class StartReport {
    /** Liberty's level between its information and its warnings, which its console shows. */
    private static final Level AUDIT = new Level("AUDIT", 850) {
        private static final long serialVersionUID = 1L;
    };

    private static final Logger LOG = Logger.getLogger("io.arcline");
    private static final int CANNOT_START = 78;

    private StartReport() {}

    /**
     * Writes one line for each setting, warning and problem.
     *
     * @throws IllegalStateException when there is a problem; the process then ends with a code that is not 0
     */
    static void write(Configuration configuration) {
        configuration.report().lines().forEach(line -> LOG.log(AUDIT, "{0}", line));
        configuration.checks().warnings().forEach(line -> LOG.log(Level.WARNING, "{0}", line));
        configuration.checks().problems().forEach(line -> LOG.log(Level.SEVERE, "{0}", line));
        if (!configuration.checks().mayStart()) {
            // Not on this thread: the server's own exit waits for the application's start to be over.
            Thread.ofPlatform().daemon().name("refuse-to-start").start(() -> System.exit(CANNOT_START));
            throw new IllegalStateException("ARC Line does not start with these settings; see the lines above");
        }
    }
}
