/** Paging through posts by what the last one of a page was, for the public board and for moderators. Knows no other package. */
package io.arcline.board.page;
