/** The assistant behind the loot lookup. Knows the dialog's port for it; must not know calls, the carrier or the database. */
package io.arcline.assistant;
