package io.arcline.management;

import io.arcline.ops.mbean.CallRow;
import io.arcline.ops.mbean.CallsMXBean;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /api/calls}: the calls of this server. The module's web.xml maps its resources to {@code /api}; no class does, since
 * the classes are on the public module's class path too, where they must not answer.
 */
@OpenAPIDefinition(info = @Info(title = "ARC Line for operators", version = "1"), servers = @Server(url = "/api"))
@Path("calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
public class CallsResource {

    @GET
    @Operation(summary = "Live calls and those that ended within the last quarter of an hour, the newest first")
    public List<CallRow> calls() {
        return application().getCalls();
    }

    @GET
    @Path("{callSid}")
    @Operation(summary = "One call; 404 where this server has none with this SID")
    public CallRow call(@PathParam("callSid") String callSid) {
        CallRow call = application().getCall(callSid);
        if (call == null) {
            throw new NotFoundException();
        }
        return call;
    }

    private static CallsMXBean application() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(CallsMXBean.NAME);
            if (!server.isRegistered(name)) {
                throw new ServiceUnavailableException(5L);
            }
            return JMX.newMXBeanProxy(server, name, CallsMXBean.class);
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
