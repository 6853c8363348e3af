package io.arcline.server;

import io.arcline.board.BoardResource;
import io.arcline.twilio.conversation.ConversationResource;
import io.arcline.twilio.sms.SmsResource;
import io.arcline.twilio.sms.SmsStatusResource;
import io.arcline.twilio.voice.EndedResource;
import io.arcline.twilio.voice.HealthResource;
import io.arcline.twilio.voice.TwimlResource;
import io.arcline.web.file.BareFailures;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** What answers on the public port, by name: nothing else on the class path does. */
@ApplicationPath("/")
@OpenAPIDefinition(info = @Info(title = "ARC Line", version = "1"))
public class PublicApi extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                HealthResource.class,
                TwimlResource.class,
                EndedResource.class,
                ConversationResource.class,
                SmsResource.class,
                SmsStatusResource.class,
                BoardResource.class,
                BareFailures.class);
    }
}
