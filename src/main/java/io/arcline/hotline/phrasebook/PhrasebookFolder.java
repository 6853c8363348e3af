package io.arcline.hotline.phrasebook;

import io.arcline.hotline.line.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** A folder with words in place of ours, which may change at any time. For one thread at a time. */
public final class PhrasebookFolder {
    private static final List<String> FILES = List.of("lines.properties", "vocabulary.properties");

    private final Path folder;
    private List<Stamp> seen = List.of();

    private record Stamp(Path file, long modified, long size) {}

    /** @param folder need not be there */
    public PhrasebookFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The words as they are now.
     *
     * @throws BrokenPhrasebook with every mistake in them
     */
    public Phrasebook read() {
        seen = stamps();
        return Phrasebook.with(folder);
    }

    /** Whether any of its files is another one than when they were read last. */
    public boolean changed() {
        return !stamps().equals(seen);
    }

    private List<Stamp> stamps() {
        return Lines.languages().stream()
                .flatMap(language ->
                        FILES.stream().map(name -> folder.resolve(language).resolve(name)))
                .flatMap(PhrasebookFolder::stamp)
                .toList();
    }

    private static Stream<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Stream.of(new Stamp(file, now.lastModifiedTime().toMillis(), now.size()));
        } catch (IOException notThere) {
            return Stream.empty();
        }
    }
}
