package io.arcline.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that a JSON parser has to accept, to refuse, or may do either with, by RFC 8259: each value alone, within an array, and
 * as a field of a frame that is otherwise good.
 */
final class JsonCases {
    /** Good values. */
    private static final List<String> GOOD = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "123",
            "1.5",
            "0.1",
            "1e5",
            "1E5",
            "1e+5",
            "1e-5",
            "0e1",
            "20e1",
            "-123.456e-7",
            "0.000000000000000000000000000001",
            "true",
            "false",
            "null",
            "\"\"",
            "\"a\"",
            "[]",
            "{}",
            "[[]]",
            "[1,2]",
            "{\"a\":1,\"a\":2}",
            "{\"\":0}",
            "{\"a\":{\"b\":[]}}",
            " 1 ",
            "\t1\r\n",
            "[ 1 , 2 ]",
            "{ \"a\" : 1 }",
            "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
            "\"\\u0041\"",
            "\"\\u00e9\"",
            "\"\\ud83d\\ude00\"",
            "\"\ud83d\ude00\"",
            "\"\\u0000\"",
            "\"\\u2028\"",
            "\"\u2028\"",
            "\"\u007f\"",
            "\"/\"",
            "\"\\\\u0000\"",
            "\"\\u0022\"",
            "{\"a\\u0000b\":1}");

    /** Values that a parser may refuse, round or replace. */
    private static final List<String> EITHER = List.of(
            "1e400",
            "-1e400",
            "1e-400",
            "123456789012345678901234567890",
            "-9223372036854775809",
            "18446744073709551616",
            "1" + "0".repeat(5_000),
            "0." + "0".repeat(5_000) + "1",
            "1e" + "9".repeat(5_000),
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\ud800x\"",
            "\"\\ud800\\u0041\"",
            "\"" + "x".repeat(20_000) + "\"",
            "[".repeat(500) + "]".repeat(500),
            "[".repeat(20_000) + "]".repeat(20_000),
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));

    /** What is no value. */
    private static final List<String> BAD = List.of(
            "",
            " ",
            "01",
            "-01",
            "+1",
            ".5",
            "1.",
            "1.e5",
            "1e",
            "1e+",
            "1eE2",
            "0x1",
            "0b1",
            "1L",
            "NaN",
            "Infinity",
            "-Infinity",
            "-",
            "--1",
            "-a",
            "1 2",
            "1_000",
            "\uff11",
            "1/2",
            "'a'",
            "\"a",
            "a\"",
            "\"\\x41\"",
            "\"\\u004\"",
            "\"\\u00G0\"",
            "\"\\uD83D\\u\"",
            "\"\\a\"",
            "\"\\",
            "\"\\\"",
            "\"\t\"",
            "\"\n\"",
            "\"\u0000\"",
            "\"\u001f\"",
            "\"a\" \"b\"",
            "tru",
            "True",
            "TRUE",
            "nul",
            "fals",
            "undefined",
            "[1,]",
            "[,1]",
            "[,]",
            "[1,,2]",
            "[1",
            "1]",
            "[1 2]",
            "[1;2]",
            "[1:2]",
            "[",
            "]",
            "[]]",
            "[\"a\"",
            "[\"",
            "{",
            "}",
            "{}}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\" 1}",
            "{a:1}",
            "{'a':1}",
            "{\"a\":1,}",
            "{,}",
            "{\"a\":1 \"b\":2}",
            "{\"a\"::1}",
            "{1:1}",
            "{null:1}",
            "{\"a\":1,,\"b\":2}",
            "{[]:1}",
            "{\"a\":\"b\"",
            "{\"a",
            "[{]}",
            "{[}]",
            "// c\n1",
            "/* c */1",
            "1//",
            "1#",
            "1 /**/",
            "\ufeff1",
            "\u00a01",
            "\u000b1",
            "\u000c1",
            "\u20601",
            "\u0000",
            "1\u0000",
            "<x/>",
            "*",
            "$",
            "\\",
            "\\u0031",
            "[".repeat(30_000),
            "{\"a\":".repeat(10_000),
            "[\"".repeat(10_000));

    private JsonCases() {}

    /** Every case by a name that says where it comes from. */
    static Map<String, String> all() {
        Map<String, String> cases = new LinkedHashMap<>();
        add(cases, "y", GOOD);
        add(cases, "i", EITHER);
        add(cases, "n", BAD);
        return cases;
    }

    private static void add(Map<String, String> cases, String kind, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            String name = kind + "_" + i + " " + value.substring(0, Math.min(20, value.length()));
            cases.put(name, value);
            cases.put(name + " in an array", "[" + value + "]");
            cases.put(
                    name + " in a frame", "{\"type\":\"info\",\"name\":\"roundTripDelayMs\",\"value\":" + value + "}");
        }
    }
}
