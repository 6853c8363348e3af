package io.arcline.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs, which the library unpacks into a folder. It takes an unpacking that was interrupted for a
 * complete one ever after; so programs that no server has started from are thrown away before the next start.
 *
 * @param folder exists, and nobody but this user may write there
 */
record Programs(Path folder) {
    private static final String PROVEN = ".a-server-started";

    /** In the user's cache, for all data folders; beside the data where there is no home, as in some containers. */
    static Programs forDataIn(Path dataFolder) throws IOException {
        Path home = Path.of(System.getProperty("user.home"));
        Path parent = home.isAbsolute() && Files.isWritable(home) ? home.resolve(".cache") : dataFolder;
        return new Programs(own(parent.resolve("arcline-postgresql")));
    }

    /**
     * Runs {@code start}, which starts a server from the folder, while nobody else does; keeps the programs if it
     * succeeds.
     */
    void startBy(Turn.Work<Void, IOException> start) throws IOException {
        Turn.in(folder, () -> {
            for (Path unpacked : unpacked()) {
                if (!Files.exists(unpacked.resolve(PROVEN))) {
                    Cluster.delete(unpacked);
                }
            }
            start.run();
            for (Path unpacked : unpacked()) {
                Files.writeString(unpacked.resolve(PROVEN), "");
            }
            return null;
        });
    }

    private List<Path> unpacked() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    /**
     * The library lets everybody write into the folder that it is given; so this one is shut, and it gets one inside.
     */
    private static Path own(Path shut) throws IOException {
        if (!Files.exists(shut)) {
            Files.createDirectories(shut.getParent());
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        shut, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        }
        return Files.createDirectories(shut.resolve("programs"));
    }
}
