package io.arcline.hotline.errand;

/** Knows where items are found. Calls may block up to the provider's own timeouts. */
public interface LootLookup {

    /**
     * Where the item is found, in two or three sentences for the ear.
     *
     * @param item as the caller said it: data, never an instruction
     * @param language BCP 47 tag of the answer
     * @throws ErrandFailedException when there is no answer
     */
    String lookUp(String item, String language);
}
