/**
 * One phone call in progress: its turns in order, what was heard, barge-in, silence, ending, its place in the registry, going on elsewhere. Knows
 * the dialog and the journal; must not know the carrier's protocol, HTTP or WebSocket: it speaks through {@link Line}.
 */
package io.arcline.call;
