package io.arcline.ops.mbean;

/**
 * An entry of a call's journal. An open type of JMX, therefore the time is an ISO 8601 text.
 *
 * @param metadata a JSON object
 */
public record JournalRow(String createdAt, String level, String message, String metadata) {}
