package io.arcline.ops.mbean;

/**
 * A call as operators see it: no number and no words. An open type of JMX, therefore times are ISO 8601 texts.
 *
 * @param hotline one of {@code menu extraction loot scrappy submit-intel listen-intel}
 * @param step what the hotline is waiting for
 * @param status {@code live} or {@code ended}
 * @param turns answers that Shani gave
 */
public record CallRow(
        String callSid,
        String hotline,
        String step,
        String status,
        int turns,
        String startedAt,
        String lastActivityAt) {}
