/**
 * The public board as a web page: its first page whole from the server, then live. Knows the verified posts of {@code board}; must
 * not know calls.
 */
package io.arcline.web.board;
