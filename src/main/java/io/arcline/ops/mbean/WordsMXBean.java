package io.arcline.ops.mbean;

import java.util.List;

/** What the hotline says and understands at present. */
@Described("What the hotline says and understands at present; it may change while the server runs.")
public interface WordsMXBean {
    /** Where it is registered in the platform's MBean server. */
    String NAME = "io.arcline:type=Words";

    /** As primary language subtags, the default one first. */
    @Described("The languages that the hotline speaks, the default one first.")
    List<String> getLanguages();

    /** Twelve hexadecimal digits, the same on all servers whose lines are the same. */
    @Described("Twelve digits that are the same on all servers on which Shani's lines are the same.")
    String getLinesVersion();

    /** Twelve hexadecimal digits, the same on all servers that understand the same. */
    @Described("Twelve digits that are the same on all servers whose vocabulary is the same.")
    String getVocabularyVersion();
}
