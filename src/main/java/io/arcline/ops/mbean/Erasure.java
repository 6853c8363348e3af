package io.arcline.ops.mbean;

import java.util.Map;

/**
 * What was erased of a caller.
 *
 * @param calls whose journal is gone
 * @param callsInProgress which are left as they are: to be erased by another request once they are over
 * @param journalEntries entries of it
 * @param reports to the intel board
 * @param messages for Scrappy
 * @param rows of each table, those above among them
 * @param stayed rows of each table that an erasure leaves: that this caller wants no text messages
 */
public record Erasure(
        int calls,
        int callsInProgress,
        int journalEntries,
        int reports,
        int messages,
        Map<String, Integer> rows,
        Map<String, Integer> stayed) {}
