/**
 * How fast the server is, and how that is known: benchmarks of its parts, and paired runs against servers that only answer.
 * {@link io.arcline.performance.Suite} runs them; {@code docs/performance.md} is written from what they found. Knows
 * everything; nothing knows it.
 */
package io.arcline.performance;
