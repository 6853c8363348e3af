package io.arcline.ops.mbean;

/**
 * Some of what is kept of a caller.
 *
 * @param calls JSON objects with commas between, one for each call; "" where there are none
 * @param others members of a JSON object, each with a comma before it, of what belongs to no call; in the last page only
 * @param next for the following page; "" at the end
 */
public record CallerPage(String calls, String others, String next) {}
