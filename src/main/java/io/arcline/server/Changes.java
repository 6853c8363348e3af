package io.arcline.server;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.arcline.call.Switchboard;
import io.arcline.hotline.phrasebook.BrokenPhrasebook;
import io.arcline.hotline.phrasebook.Phrasebook;
import io.arcline.hotline.phrasebook.PhrasebookFolder;
import io.arcline.settings.SettingsReport;
import io.arcline.twilio.trust.Doorkeeper;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for changes that need no restart, limits and words, and has them count. What is wrong is refused with one line
 * in the log, and what was before stays. For one thread at a time.
 */
final class Changes {
    private static final System.Logger LOG = System.getLogger(Changes.class.getName());

    private final Present present;
    private final Switchboard switchboard;
    private final Doorkeeper doorkeeper;
    private final Optional<PhrasebookFolder> folder;
    private SettingsReport report;
    private List<String> refused = List.of();

    Changes(Configuration start, Present present, Switchboard switchboard, Doorkeeper doorkeeper) {
        this.present = present;
        this.switchboard = switchboard;
        this.doorkeeper = doorkeeper;
        this.report = start.report();
        this.folder = start.settings().server().wordsDirectory().map(PhrasebookFolder::new);
    }

    /** To be called once in a while. */
    void look() {
        try {
            settings(Configuration.read(present.words()));
            folder.filter(PhrasebookFolder::changed).ifPresent(this::words);
        } catch (RuntimeException broken) {
            LOG.log(WARNING, "changes could not be looked for", broken);
        }
    }

    private void settings(Configuration now) {
        List<String> problems = now.checks().problems();
        if (!problems.isEmpty()) {
            if (!problems.equals(refused)) {
                LOG.log(WARNING, "settings refused, those before stay: {0}", String.join("; ", problems));
            }
            refused = problems;
            return;
        }
        refused = List.of();
        if (now.report().equals(report)) {
            return;
        }
        Limits limits = Limits.of(now.settings());
        switchboard.limit(limits.calls(), limits.callsOfANumber());
        doorkeeper.limit(limits.refusalsAMinute());
        Set<SettingsReport.Entry> changed = new HashSet<>(now.report().entries());
        report.entries().forEach(changed::remove);
        changed.forEach(entry ->
                LOG.log(INFO, "{0}: {1}", entry.line(), entry.atOnce() ? "from now on" : "from the next start on"));
        report = now.report();
    }

    private void words(PhrasebookFolder changed) {
        try {
            Phrasebook now = changed.read();
            Phrasebook before = present.words();
            if (now.linesVersion().equals(before.linesVersion())
                    && now.vocabularyVersion().equals(before.vocabularyVersion())) {
                return;
            }
            present.become(now);
            LOG.log(
                    INFO,
                    "other words from the next call on: lines {0}, vocabulary {1}",
                    now.linesVersion(),
                    now.vocabularyVersion());
        } catch (BrokenPhrasebook broken) {
            LOG.log(WARNING, "words refused, those before stay: {0}", String.join("; ", broken.mistakes()));
        }
    }
}
