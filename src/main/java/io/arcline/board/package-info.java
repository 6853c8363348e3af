/**
 * Intel and messages for Scrappy: Supabase's tables, and what the dialog stores in and reads from them. Knows the database and
 * the dialog's ports; must not know calls or the carrier.
 */
package io.arcline.board;
