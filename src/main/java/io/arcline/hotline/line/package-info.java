/**
 * What Shani says: the resource files of her lines, checked when they are loaded, and the care that words of others
 * need before she may speak them. Knows wording only: not when a line is due, nor what comes after it.
 */
package io.arcline.hotline.line;
