/**
 * The relay's socket: who may open it, one session a call, frames in and frames out. Translates between the relay's messages
 * and a call's events; must not know the dialog, the database or what is said.
 */
package io.arcline.twilio.socket;
