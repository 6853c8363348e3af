/**
 * What moderators do: find posts, verify, reject, edit, undo, each with an entry in the audit. On the management port; knows the
 * tables and nothing of the application that runs beside it.
 */
package io.arcline.management.moderation;
