package io.arcline.faketwilio.socket;

/**
 * How a connection came to its end, seen from this side.
 *
 * @param code the close code that the other side sent; 1006 where it went without a close frame, 1005 for an empty one
 * @param reason the other side's reason, or what went wrong; "" for none
 * @param breach whether the other side broke the standard
 */
public record Closing(int code, String reason, boolean breach) {}
