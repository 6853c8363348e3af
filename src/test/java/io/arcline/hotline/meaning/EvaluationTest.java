package io.arcline.hotline.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Callers are understood. {@code mvnw test -Dtest=EvaluationTest} prints the scores and every miss; with
 * {@code -Dutterances=file.tsv} (and {@code -Dlanguage=de}) those of any other file as well.
 */
class EvaluationTest {
    private static final Path UTTERANCES = Path.of("src/test/resources/utterances");
    private static final double LEAST = 0.98;

    @ParameterizedTest
    @CsvSource({
        "en, shared.tsv",
        "en, en.tsv",
        "en, en-misheard.tsv",
        "en, en-paraphrases.tsv",
        "en, en-strangers.tsv",
        "de, de.tsv"
    })
    void callersAreUnderstoodAndNoContentIsLost(String language, String file) throws IOException {
        Understanding understanding = Understanding.of(Vocabulary.load(language));
        Evaluation evaluation = new Evaluation(understanding, Labelled.in(UTTERANCES.resolve(file)));

        System.out.println(file);
        evaluation.print(System.out);
        assertThat(evaluation.lostContent()).isEmpty();
        assertThat(evaluation.accuracy()).isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    @EnabledIfSystemProperty(named = "utterances", matches = ".+")
    void printsTheScoresOfAnyFile() throws IOException {
        Vocabulary vocabulary = Vocabulary.load(System.getProperty("language", "en"));
        Path file = Path.of(System.getProperty("utterances"));

        System.out.println(file);
        new Evaluation(Understanding.of(vocabulary), Labelled.in(file)).print(System.out);
    }

    @Test
    void theCorpusIsLargeHalfMisheardAndAThirdContent() throws IOException {
        List<Labelled> misheard = Labelled.in(UTTERANCES.resolve("en-misheard.tsv"));
        Set<Labelled> all = new LinkedHashSet<>(Labelled.in(UTTERANCES.resolve("en.tsv")));
        all.addAll(misheard);

        assertThat(all).hasSizeGreaterThanOrEqualTo(600);
        assertThat(misheard).hasSizeGreaterThanOrEqualTo(all.size() / 2);
        assertThat(all).filteredOn(row -> row.expected().equals("content")).hasSizeGreaterThanOrEqualTo(all.size() / 3);
    }
}
