/**
 * The stateless form of the dialog, as the first ARC Line offered it: one request a turn, the state travels in {@code Memory}.
 * Knows the dialog, its errands, and how a call's room writes the
 * dialog's state as JSON; must not know live calls or sockets.
 */
package io.arcline.twilio.conversation;
