package io.arcline.ops.mbean;

/**
 * What was erased of a caller.
 *
 * @param calls whose journal is gone
 * @param journalEntries entries of it
 * @param reports to the intel board
 * @param messages for Scrappy
 */
public record Erasure(int calls, int journalEntries, int reports, int messages) {}
