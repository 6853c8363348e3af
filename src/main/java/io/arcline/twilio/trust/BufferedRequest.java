package io.arcline.twilio.trust;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request whose body was read to check its signature, and can be read again, as bytes and as a form's fields: the container
 * finds no fields in a body that somebody has read.
 */
final class BufferedRequest extends HttpServletRequestWrapper {
    private final byte[] body;
    private final List<Map.Entry<String, String>> form;
    private final Map<String, String[]> parameters;

    BufferedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        if (request.getQueryString() != null) {
            fields.addAll(FormBody.fields(request.getQueryString().getBytes(StandardCharsets.UTF_8)));
        }
        this.form = isForm() ? FormBody.fields(body) : List.of();
        fields.addAll(form);
        parameters = Collections.unmodifiableMap(fields.stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> new String[] {field.getValue()},
                        (some, more) ->
                                Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new),
                        LinkedHashMap::new)));
    }

    byte[] body() {
        return body;
    }

    /** Whether its body is a form, or there is none. */
    boolean isForm() {
        return body.length == 0 || FormBody.isForm(getContentType());
    }

    /** The fields of the body, without those of the query; none where it is no form. */
    List<Map.Entry<String, String>> form() {
        return form;
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream in;

        Bytes(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return in.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            try {
                listener.onDataAvailable();
                listener.onAllDataRead();
            } catch (IOException failed) {
                listener.onError(failed);
            }
        }
    }
}
