package io.arcline.settings;

import io.arcline.settings.SettingsSource.Found;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads groups of settings from a source. What is wrong does not end the reading: the default takes its place and the
 * mistake gets a line in the report, so that one start names them all. Not for use by several threads.
 */
public final class SettingsReader {
    private static final int SHOWN_LENGTH = 60;

    private final SettingsSource source;
    private final List<SettingsReport.Entry> entries = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    public SettingsReader(SettingsSource source) {
        this.source = source;
    }

    /**
     * Reads a group; call {@link #report()} to know whether it may be used.
     *
     * @param group a record all of whose components have {@link Setting}
     * @throws IllegalStateException when the group is declared wrongly, whatever is set
     */
    public <T extends Record> T read(Class<T> group) {
        RecordComponent[] components = group.getRecordComponents();
        Object[] values = new Object[components.length];
        Object[] defaults = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Setting setting = declared(group, components[i]);
            Type type = components[i].getGenericType();
            defaults[i] = defaultValue(setting, type);
            values[i] = read(setting, type, defaults[i]);
        }
        try {
            return make(group, components, values);
        } catch (IllegalArgumentException refused) {
            problems.add(refused.getMessage());
            return make(group, components, defaults);
        }
    }

    /** What was read so far. */
    public SettingsReport report() {
        return new SettingsReport(entries, problems);
    }

    private Object read(Setting setting, Type type, Object defaultValue) {
        Optional<Found> found = source.find(setting.name());
        Optional<String> text = found.map(Found::text).map(String::strip).filter(value -> !value.isEmpty());
        entries.add(new SettingsReport.Entry(
                setting.name(),
                text.map(value -> setting.secret() ? "present" : printable(value))
                        .orElseGet(() -> unset(setting)),
                text.isEmpty() && setting.defaultValue().isEmpty()
                                || text.filter(value -> !isNumber(value)).isPresent()
                        ? ""
                        : setting.unit(),
                text.isEmpty() ? SettingsReport.DEFAULT : found.get().source(),
                text.isPresent(),
                found.isPresent(),
                setting.atOnce()));
        if (text.isEmpty()) {
            return defaultValue;
        }
        try {
            return Conversion.of(setting, type, text.get());
        } catch (IllegalArgumentException refused) {
            String value = setting.secret() ? "the value" : "'" + printable(text.get()) + "'";
            String otherwise = setting.defaultValue().isEmpty() ? "" : " (default " + setting.defaultValue() + ")";
            problems.add(setting.name() + ": " + value + " " + refused.getMessage() + otherwise);
            return defaultValue;
        }
    }

    private static Setting declared(Class<?> group, RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(group.getName() + "." + component.getName() + " has no @Setting");
        }
        if (component.getGenericType().getTypeName().contains(Secret.class.getName()) && !setting.secret()) {
            throw new IllegalStateException(setting.name() + " is a Secret and not declared as secret");
        }
        return setting;
    }

    private static Object defaultValue(Setting setting, Type type) {
        if (setting.defaultValue().isEmpty()) {
            return Conversion.absent(setting, type);
        }
        try {
            return Conversion.of(setting, type, setting.defaultValue());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("The default of " + setting.name() + " " + wrong.getMessage(), wrong);
        }
    }

    private static <T extends Record> T make(Class<T> group, RecordComponent[] components, Object[] values) {
        try {
            Constructor<T> constructor = group.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(group.getName() + " cannot be made", thrown.getCause());
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(group.getName() + " cannot be made", wrong);
        }
    }

    private static String unset(Setting setting) {
        if (setting.secret() || setting.defaultValue().isEmpty()) {
            return setting.secret() ? "absent" : "not set";
        }
        return setting.defaultValue();
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(Character::isDigit);
    }

    /** One line of visible characters, however long and strange the value is. */
    private static String printable(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "?");
        return visible.length() <= SHOWN_LENGTH ? visible : visible.substring(0, SHOWN_LENGTH) + "...";
    }
}
