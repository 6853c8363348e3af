package io.arcline.settings;

import java.lang.reflect.RecordComponent;
import java.util.List;

/** The documentation of settings, in Markdown, made from what their groups declare. */
final class ConfigurationPage {
    private ConfigurationPage() {}

    static String of(List<Class<? extends Record>> groups) {
        StringBuilder page = new StringBuilder("""
            # Configuration

            Every setting is an environment variable; one that is empty or blank counts as not set. At start-up
            the server logs each of them with its value and where it comes from (of a secret only whether it is
            present), and everything that is wrong, one line each. What counts at once may be changed while the
            server runs ([operations.md](operations.md#changes-without-a-restart)). This page is made from the same declarations;
            after a change of them:
            `%s`
            """.formatted(ConfigurationPageTest.REFRESH));
        groups.forEach(group -> append(page, group));
        return page.toString();
    }

    private static void append(StringBuilder page, Class<? extends Record> group) {
        SettingsGroup declared = group.getAnnotation(SettingsGroup.class);
        page.append("\n## ")
                .append(declared.title())
                .append("\n\n")
                .append(declared.about())
                .append("\n\n");
        page.append("| Name | What it does | Unit | Default | Secret |\n|---|---|---|---|---|\n");
        for (RecordComponent component : group.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            setting.name(),
                            cell(setting.about() + range(setting) + (setting.atOnce() ? " Counts at once." : "")),
                            setting.unit(),
                            setting.defaultValue().isEmpty()
                                    ? cell(setting.otherwise())
                                    : "`" + cell(setting.defaultValue()) + "`",
                            setting.secret() ? "yes" : ""));
        }
    }

    private static String range(Setting setting) {
        if (setting.min() != Long.MIN_VALUE && setting.max() != Long.MAX_VALUE) {
            return " From " + setting.min() + " to " + setting.max() + ".";
        } else if (setting.min() != Long.MIN_VALUE) {
            return " At least " + setting.min() + ".";
        }
        return setting.max() == Long.MAX_VALUE ? "" : " At most " + setting.max() + ".";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
