package io.arcline.management;

import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/**
 * The resources of the management module. Mapped to {@code /api} in the module's own web.xml and not by annotation: the classes
 * are on the public module's class path too, where they must not answer.
 */
@OpenAPIDefinition(info = @Info(title = "ARC Line for operators", version = "1"))
public class ManagementApi extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(CallsResource.class);
    }
}
