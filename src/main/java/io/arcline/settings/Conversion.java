package io.arcline.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From what an operator wrote to the type of a record's component; refuses by messages that go on after the value. */
final class Conversion {
    private Conversion() {}

    /** The value of a setting that is set; {@code text} is not blank and has no space around it. */
    static Object of(Setting setting, Type type, String text) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return Optional.of(of(setting, generic.getActualTypeArguments()[0], text));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return Stream.of(text.split(","))
                    .map(String::strip)
                    .filter(element -> !element.isEmpty())
                    .map(element -> matching(setting, element))
                    .toList();
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException(setting.name() + " has a type that settings do not have: " + type);
        }
        return plain(setting, plain, matching(setting, text));
    }

    /** The value of a setting that is not set and has no default. */
    static Object absent(Setting setting, Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return Optional.empty();
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return List.of();
        }
        throw new IllegalStateException(setting.name() + " has neither a default nor a type that can be empty");
    }

    private static Object plain(Setting setting, Class<?> type, String text) {
        if (type == String.class) {
            return text;
        } else if (type == Secret.class) {
            return new Secret(text);
        } else if (type == int.class || type == Integer.class) {
            return Math.toIntExact(wholeNumber(setting, text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        } else if (type == long.class || type == Long.class) {
            return wholeNumber(setting, text, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (type == boolean.class || type == Boolean.class) {
            return bool(text);
        } else if (type == Duration.class) {
            return DurationText.parse(setting, text);
        } else if (type == URI.class) {
            return uri(text);
        } else if (type == Path.class) {
            return path(text);
        }
        Optional<Method> parse = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("parse"))
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst();
        if (parse.isPresent()) {
            return parsed(setting, parse.get(), text);
        } else if (type.isEnum()) {
            return constant(type, text);
        }
        throw new IllegalStateException(setting.name() + " has a type that settings do not have: " + type);
    }

    private static long wholeNumber(Setting setting, String text, long least, long greatest) {
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("is not a whole number", noNumber);
        }
        long min = Math.max(least, setting.min());
        long max = Math.min(greatest, setting.max());
        if (number < min) {
            throw new IllegalArgumentException("is less than " + min);
        }
        if (number > max) {
            throw new IllegalArgumentException("is more than " + max);
        }
        return number;
    }

    private static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getScheme() == null || uri.getHost() == null) {
                throw new IllegalArgumentException("is not a whole address like https://example.com");
            }
            return uri;
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException("is not an address", wrong);
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException("is not a path", wrong);
        }
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        written(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Conversion::written)
                                .collect(Collectors.joining(", "))));
    }

    /** How operators write a constant: {@code VERIFY_FULL} as "verify-full". */
    private static String written(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object parsed(Setting setting, Method parse, String text) {
        try {
            return parse.invoke(null, text);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(setting.name() + " cannot be read", thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(setting.name() + " cannot be read", hidden);
        }
    }

    private static String matching(Setting setting, String text) {
        if (!setting.pattern().isEmpty() && !text.matches(setting.pattern())) {
            throw new IllegalArgumentException("is not " + setting.patternMeans());
        }
        return text;
    }
}
