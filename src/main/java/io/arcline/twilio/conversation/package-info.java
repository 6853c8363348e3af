/**
 * The stateless form of the dialog, as the first ARC Line offered it: one request a turn, the state travels in {@code Memory}.
 * Knows the dialog and its errands; must not know calls or sockets.
 */
package io.arcline.twilio.conversation;
