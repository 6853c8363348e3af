package io.arcline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.database.KeptTable;
import io.arcline.settings.Settings;
import io.arcline.settings.SettingsReader;
import io.arcline.settings.SettingsSource;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No table is forgotten when a caller is erased or gets a copy, or when rows grow old. */
class KeptTablesTest {
    private static final Pattern TABLE = Pattern.compile("(?i)create table (?:if not exists )?(\\w+)");

    /** One-time tokens, which name no caller; and who erased or copied how much, which does not say of whom. */
    private static final Set<String> NOTHING_OF_CALLERS = Set.of("relay_tokens", "caller_audit");

    @Test
    void everyTableThatMigrationsMakeIsInTheListOrHasNothingOfCallers() throws Exception {
        Set<String> covered =
                KeptTables.of(settings()).stream().map(KeptTable::table).collect(Collectors.toCollection(TreeSet::new));
        covered.addAll(NOTHING_OF_CALLERS);
        assertThat(covered).containsExactlyElementsOf(new TreeSet<>(tables()));
    }

    @Test
    void onlyThatSomebodyWantsNoTextsOutlivesAnErasure() {
        List<KeptTable> kept = KeptTables.of(settings());
        assertThat(kept.stream().filter(KeptTable::stays).map(KeptTable::table)).containsExactly("text_opt_outs");
    }

    private static List<String> tables() throws IOException, URISyntaxException {
        Path migrations = Path.of(KeptTables.class
                        .getResource("/io/arcline/database/migration/flyway.location")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(migrations)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .flatMap(file -> TABLE.matcher(text(file)).results())
                    .map((MatchResult made) -> made.group(1))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Settings settings() {
        return Settings.read(new SettingsReader(SettingsSource.of("environment", name -> Optional.empty())));
    }
}
