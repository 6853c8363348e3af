/**
 * Traces of calls by OpenTelemetry: one a call. Only here the other rooms' reports become spans; loaded only where the server has
 * MicroProfile Telemetry. No word of a caller gets into a span.
 */
package io.arcline.ops.trace;
