package io.arcline.journal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;

/**
 * JSON objects in a {@code jsonb} column. The driver takes JSON as text of a type that it need not know (the data source sets
 * {@code stringtype=unspecified}) and gives back an object of its own, whose text is the JSON.
 */
@Converter
public class JsonbConverter implements AttributeConverter<JsonObject, Object> {

    @Override
    public Object convertToDatabaseColumn(JsonObject value) {
        return value == null ? null : value.toString();
    }

    @Override
    public JsonObject convertToEntityAttribute(Object column) {
        if (column == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(column.toString()))) {
            return reader.readObject();
        }
    }
}
