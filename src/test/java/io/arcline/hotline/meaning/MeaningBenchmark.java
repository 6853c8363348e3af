package io.arcline.hotline.meaning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one meaning takes with the whole English vocabulary, over all utterances of the corpus in a shuffled order:
 * {@code ./mvnw -q test-compile exec:exec@benchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class MeaningBenchmark {
    private Understanding understanding;
    private List<Labelled> rows;
    private int next;

    /** Loads the vocabulary and the corpus. */
    @Setup
    public void load() throws IOException {
        understanding = Understanding.of(Vocabulary.load("en"));
        rows = new ArrayList<>();
        for (String file : List.of("shared.tsv", "en.tsv", "en-misheard.tsv")) {
            rows.addAll(Labelled.in(Path.of("src/test/resources/utterances", file)));
        }
        Collections.shuffle(rows, new Random(1));
    }

    /** One utterance of the corpus after the other. */
    @Benchmark
    public Meaning oneMeaning() {
        Labelled row = rows.get(next);
        next = (next + 1) % rows.size();
        return understanding.meaning(row.utterance(), row.asked());
    }
}
