package io.arcline.faketwilio.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.arcline.faketwilio.load.ServerText.Type;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTextTest {
    private final ServerText text = new ServerText();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'text','token':'Hi there','last':true}                          | TEXT  | true  | Hi there
            {'type':'text','token':'Hi','last':false,'interruptible':true}          | TEXT  | false | Hi
            { 'last' : true , 'token' : 'a \\'b\\', {c}' , 'type' : 'text' }          | TEXT  | true  | a \\'b\\', {c}
            {'type':'text','more':{'last':[true,{'token':'no'}]},'token':'yes'}     | TEXT  | false | yes
            {'type':'text','token':''}                                              | TEXT  | false | ``
            {'type':'end','handoffData':'{}'}                                       | END   | false | ``
            {'type':'language','ttsLanguage':'de-DE'}                               | OTHER | false | ``
            {'type':'error'}                                                        | UNKNOWN | false | ``
            {'token':'a'}                                                           | UNKNOWN | false | a
            """)
    void findsWhatAMessageSays(String frame, Type type, boolean last, String token) {
        read(frame);
        assertThat(text.type()).isEqualTo(type);
        assertThat(text.last()).isEqualTo(last);
        assertThat(new String(
                        text.bytes(), text.tokenFrom(), text.tokenTo() - text.tokenFrom(), StandardCharsets.UTF_8))
                .isEqualTo(token.replace('\'', '"'));
    }

    @Test
    void callsUnreadableWhatIsNoObject() {
        for (String frame :
                new String[] {"", "oops", "[]", "{", "{'type'", "{'type':'text'", "{'type':'text'}x", "{'a:1}"}) {
            read(frame);
            assertThat(text.type()).as(frame).isEqualTo(Type.UNREADABLE);
        }
    }

    private void read(String frame) {
        byte[] bytes = ("..." + frame.replace('\'', '"') + "...").getBytes(StandardCharsets.UTF_8);
        text.read(bytes, 3, bytes.length - 6);
    }
}
