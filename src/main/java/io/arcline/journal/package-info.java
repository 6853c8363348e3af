/**
 * What happened in each call, written to Supabase's table {@code logs} in batches, in order, behind the calls' backs. Knows the
 * database; must not know calls, the dialog or the carrier.
 */
package io.arcline.journal;
