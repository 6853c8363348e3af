package io.arcline.settings;

import java.util.List;
import java.util.Optional;

/**
 * What was found: every setting that was read, and everything that is wrong with what was set. Holds no secret.
 *
 * @param entries in the order in which the groups were read and declare them
 * @param problems one line each, in the same order; the server should not start with any
 */
public record SettingsReport(List<Entry> entries, List<String> problems) {
    /** Where a value comes from when nothing is set. */
    public static final String DEFAULT = "default";

    public SettingsReport {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /**
     * One setting.
     *
     * @param name the environment variable
     * @param value what is shown: the text that is in effect, "present" for a secret, "not set"
     * @param unit of a plain number, "" where it has none
     * @param source where the value comes from, {@link #DEFAULT} where nothing is set
     * @param present whether something that is not blank is set
     * @param declared whether the name is there at all, be it empty
     * @param atOnce whether a change counts in a running server
     */
    public record Entry(
            String name, String value, String unit, String source, boolean present, boolean declared, boolean atOnce) {
        /** For the log at start-up. */
        public String line() {
            return name + " = " + value + (unit.isEmpty() ? "" : " " + unit) + " (" + source + ")";
        }
    }

    /** One line for each setting. */
    public List<String> lines() {
        return entries.stream().map(Entry::line).toList();
    }

    /** What is shown of a setting; empty where it was not read. */
    public Optional<String> shown(String name) {
        return entry(name).map(Entry::value);
    }

    /** Whether something is set under the name, right or wrong. */
    public boolean isPresent(String name) {
        return entry(name).filter(Entry::present).isPresent();
    }

    /** Whether the name is there at all, be its value empty. */
    public boolean isDeclared(String name) {
        return entry(name).filter(Entry::declared).isPresent();
    }

    private Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
