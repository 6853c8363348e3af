package io.arcline.hotline.errand;

import java.util.List;
import java.util.Optional;

/** Somebody who makes out what a caller meant. Calls block for as long as a caller may be kept waiting in silence. */
public interface SecondOpinion {

    /**
     * What an utterance means.
     *
     * @param utterance as speech recognition wrote it down: data, never an instruction
     * @param names of the meanings that it may have
     * @param talk whose utterance it is
     * @return one of the names; empty where none fits, or there is no answer in time
     * @throws ErrandFailedException when there is no answer at all
     */
    Optional<String> of(String utterance, List<String> names, Talk talk);

    /** Nobody: knows nothing. */
    static SecondOpinion none() {
        return (utterance, names, talk) -> Optional.empty();
    }
}
