package io.arcline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies of a cluster that is made once for all tests of this JVM, because making one takes seconds of work. */
final class ReadyCluster {
    private static Path original;

    private ReadyCluster() {}

    /** Fills an empty folder, so that {@link EmbeddedDatabase#in} only has to start what is there. */
    static synchronized void copyTo(Path folder) throws IOException {
        if (original == null) {
            Path made = Files.createTempDirectory("arcline-ready-cluster");
            EmbeddedDatabase.in(made).close();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
            original = made;
        }
        for (Path from : tree(original)) {
            Path to = folder.resolve(original.relativize(from).toString());
            if (!Files.exists(to)) {
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) {
        try {
            for (Path path : tree(folder).reversed()) {
                Files.delete(path);
            }
        } catch (IOException left) {
            System.err.println("Left behind: " + left.getMessage());
        }
    }

    /** A folder and all in it, parents first. */
    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        }
    }
}
