package io.arcline.web.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.web.file.Template.Markup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void whatIsFilledInIsTextWhateverItSays() {
        Template template = Template.of("<p title=\"{{title}}\">{{words}}</p>");
        assertThat(template.with(Map.of("title", "\" onclick='x'", "words", "<script>&amp;{{title}}\u0000"))
                        .html())
                .isEqualTo("<p title=\"&quot; onclick=&#39;x&#39;\">&lt;script&gt;&amp;amp;{{title}} </p>");
    }

    @Test
    void markupIsPutInAsItIs() {
        Markup items = Markup.of(List.of(new Markup("<li>1</li>"), new Markup("<li>2</li>")));
        assertThat(Template.of("<ol>{{items}}</ol>")
                        .with(Map.of("items", items))
                        .html())
                .isEqualTo("<ol><li>1</li><li>2</li></ol>");
    }

    @Test
    void aPlaceThatNothingIsSaidOfIsAMistake() {
        assertThatThrownBy(() -> Template.of("{{a}}").with(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a");
        assertThatThrownBy(() -> Template.beside(TemplateTest.class, "none.html"))
                .isInstanceOf(IllegalStateException.class);
    }
}
