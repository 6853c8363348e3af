package io.arcline.faketwilio.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The load generator as a program; {@code --help} tells its options. */
public final class LoadGenerator {
    /** All calls were answered rightly. */
    static final int RIGHT = 0;

    /** Some were not. */
    static final int WRONG = 1;

    /** The options were not understood, or nobody listens there. */
    static final int USAGE = 2;

    private LoadGenerator() {}

    /** Runs a load and exits with its status. */
    public static void main(String[] args) {
        System.exit(run(args, System.getenv(), System.out));
    }

    /** The program as a function, for tests and for other programs: returns the exit status. */
    public static int run(String[] args, Map<String, String> environment, PrintStream out) {
        if (List.of(args).contains("--help")) {
            out.println(LoadOptions.HELP);
            return RIGHT;
        }
        try {
            LoadOptions options = LoadOptions.of(args, environment);
            LoadResult result = new LoadRun(options, out::println).run();
            out.print(ResultText.of(result));
            write(options.turns(), turns(result));
            write(options.json(), ResultJson.of(result).toString() + "\n");
            write(options.svg(), options.svg() == null ? "" : ResultPicture.of(result));
            return result.right() ? RIGHT : WRONG;
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage() + "\n(--help tells the options)");
            return USAGE;
        } catch (IOException unwritable) {
            out.println("Cannot write " + unwritable.getMessage());
            return USAGE;
        }
    }

    private static String turns(LoadResult result) {
        return result.kept().stream()
                .map(turn -> "%d %d %d %d %d\n"
                        .formatted(turn.call(), turn.number(), turn.began(), turn.heard(), turn.ended()))
                .collect(Collectors.joining());
    }

    private static void write(String file, String content) throws IOException {
        if (file != null) {
            Files.writeString(Path.of(file), content);
        }
    }
}
