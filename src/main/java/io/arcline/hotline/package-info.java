/**
 * The dialog of the five hotlines: what Shani says ({@code line}), what the caller meant ({@code meaning}), which step comes
 * next ({@code dialog}). Pure functions over records; it must not know HTTP, WebSocket, JPA, clocks or randomness.
 */
package io.arcline.hotline;
