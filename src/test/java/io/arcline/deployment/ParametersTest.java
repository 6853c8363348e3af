package io.arcline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The templates' own patterns refuse mistakes before anything is built or created. */
@Needs("bash --version")
class ParametersTest {
    private static final String IMAGE = "ImageUri=123456789012.dkr.ecr.eu-west-1.amazonaws.com/arcline:1.0.0";

    @ParameterizedTest
    @CsvSource({
        "ImageUri=123456789012.dkr.ecr.eu-west-1.amazonaws.com/arcline, a tag or digest",
        "ImageUri=arcline:1.0.0, registry",
        "ImageUri=123456789012.dkr.ecr.eu-west-1.amazonaws.com arcline:1, registry",
        "ImageUri=https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/arcline:1, registry",
        "TwilioAccountSid=SK00000000000000000000000000000000, must be AC",
        "TwilioAccountSid=AC123, must be AC",
        "TwilioAuthToken=secret, 32 hexadecimal digits",
        "TwilioPhoneNumber=07700 900001, +442079460000",
        "SupabaseUrl=http://abc.supabase.co, must begin with https://",
        "AssistantBaseUrl=http://models.example.com/v1, must begin with https://",
        "Domain=https://hotline.example.com, without https://",
        "Domain=hotline.example.com/twiml, without a path",
        "CertificateArn=arn:aws:iam::123456789012:server-certificate/x, ACM",
        "DatabaseUrl=https://abc.supabase.co, postgresql://",
        "DatabaseUrl=postgresql://user@host:5432:x/db/\"}, postgresql://",
        "TaskCpu=300, one of",
        "MinTasks=0, from 1 to 100",
        "MinTasks=two, from 1 to 100",
        "AlarmEmail=nobody, e-mail",
        "OperatorCidr=0.0.0.0/0, private network",
        "Colour=red, no parameter Colour",
    })
    void refused(String parameter, String why) {
        Command command = deploy(parameter);
        assertThat(command.status()).as(command.output()).isEqualTo(2);
        assertThat(command.output()).startsWith("arcline: ").contains(why).doesNotContain("account ");
    }

    @Test
    void goodOnesAreTaken() {
        Command command = deploy(
                IMAGE,
                "ImageUri=123456789012.dkr.ecr.eu-west-1.amazonaws.com/arcline@sha256:" + "0".repeat(64),
                "ImageUri=localhost:5000/a/b_c:1",
                "TwilioAccountSid=AC00000000000000000000000000000000",
                "TwilioAuthToken=0123456789abcdef0123456789abcdef",
                "TwilioPhoneNumber=+442079460000",
                "Domain=placeholder",
                "Domain=hotline.example.com",
                "CertificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/0123-4567",
                "DatabaseUrl=postgresql://postgres.abc:p%40ss@aws-0-eu-west-1.pooler.supabase.com:6543/postgres?sslmode=verify-full&sslrootcert=/opt/arcline/certificates/supabase.crt",
                "SupabaseUrl=https://abc.supabase.co",
                "OperatorCidr=10.1.0.0/16",
                "Egress=single-nat",
                "LastOfAll=1");
        // All of them up to the one that the template does not have.
        assertThat(command.output()).contains("no parameter LastOfAll");
    }

    private static Command deploy(String... parameters) {
        List<String> words =
                new ArrayList<>(List.of("bash", Command.file("cloudformation/arcline"), "deploy", "--dry-run"));
        words.addAll(List.of(parameters));
        return Command.run(Map.of(), words);
    }
}
