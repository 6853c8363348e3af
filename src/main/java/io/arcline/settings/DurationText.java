package io.arcline.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as operators write them: {@code 30} in the setting's unit, {@code 100ms}, {@code 5m}, {@code PT1H30M}. */
final class DurationText {
    private static final Pattern AMOUNT = Pattern.compile("([+-]?\\d{1,15})\\s*([a-z]*)");
    private static final Map<String, ChronoUnit> SUFFIXES = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private DurationText() {}

    static Duration parse(Setting setting, String text) {
        ChronoUnit unit = unit(setting);
        Duration duration = parse(text, unit);
        // The bounds are long: a duration beyond what the unit can count would overflow, and is out of any bounds.
        if (setting.min() != Long.MIN_VALUE && duration.compareTo(Duration.of(setting.min(), unit)) < 0) {
            throw new IllegalArgumentException("is less than " + setting.min() + " " + setting.unit());
        }
        if (setting.max() != Long.MAX_VALUE && duration.compareTo(Duration.of(setting.max(), unit)) > 0) {
            throw new IllegalArgumentException("is more than " + setting.max() + " " + setting.unit());
        }
        return duration;
    }

    private static Duration parse(String text, ChronoUnit unit) {
        Matcher amount = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        try {
            if (!amount.matches()) {
                return Duration.parse(text);
            }
            ChronoUnit written = amount.group(2).isEmpty() ? unit : SUFFIXES.get(amount.group(2));
            if (written != null) {
                return Duration.of(Long.parseLong(amount.group(1)), written);
            }
        } catch (DateTimeParseException | ArithmeticException wrong) {
            // Neither a number with a unit nor ISO: the same answer as for an unknown unit.
        }
        throw new IllegalArgumentException("is not a duration like 30, 100ms, 5m or PT30S");
    }

    private static ChronoUnit unit(Setting setting) {
        return switch (setting.unit()) {
            case "milliseconds" -> ChronoUnit.MILLIS;
            case "seconds" -> ChronoUnit.SECONDS;
            case "minutes" -> ChronoUnit.MINUTES;
            case "hours" -> ChronoUnit.HOURS;
            case "days" -> ChronoUnit.DAYS;
            default -> throw new IllegalStateException(setting.name() + " has no unit of time");
        };
    }
}
