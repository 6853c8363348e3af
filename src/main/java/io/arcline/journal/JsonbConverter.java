package io.arcline.journal;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON objects in a {@code jsonb} column. The driver takes JSON as text of a type it need not know (the data source sets
 * {@code stringtype=unspecified}) and gives back its own object, whose text is the JSON.
 */
@Converter
public class JsonbConverter implements AttributeConverter<Map<String, Object>, Object> {

    /** Created on first use: the provider instantiates converters before JSON-B can be looked up. */
    private static final class Binding {
        static final Jsonb JSON = JsonbBuilder.create();
    }

    @Override
    public Object convertToDatabaseColumn(Map<String, Object> value) {
        return value == null ? null : Binding.JSON.toJson(value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> convertToEntityAttribute(Object column) {
        return column == null ? null : Binding.JSON.fromJson(column.toString(), LinkedHashMap.class);
    }
}
