package io.arcline.hotline.meaning;

/** What a phrase of the vocabulary stands for, and how much it takes for it to count. */
record Phrase(Sense sense, Strength strength) {

    /** In order, the strongest first. */
    enum Strength {
        /** A hotline by its name: counts in any sentence, and before words that only describe another one. */
        NAME(1.0),
        /** Counts wherever it stands in a sentence that has not much else to say. */
        ANYWHERE(1.0),
        /** Counts when nothing else of weight is said. */
        ALONE(0.9),
        /** Counts when nothing is said beside it but fillers and requests. */
        WHOLE(0.9),
        /** What recognition makes of it; counts when nothing else of weight is said. */
        MISHEARD(0.8);

        private final double confidence;

        Strength(double confidence) {
            this.confidence = confidence;
        }

        double confidence() {
            return confidence;
        }
    }
}
