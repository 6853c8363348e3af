package io.arcline.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arcline.ops.mbean.CallsMXBean;
import io.arcline.ops.mbean.ResilienceMXBean;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import org.junit.jupiter.api.Test;

class DescribedMBeanTest {

    @Test
    void everythingThatOperatorsSeeByJmxSaysWhatItIs() throws Exception {
        List<Class<?>> beans = beans();
        assertThat(beans).contains(CallsMXBean.class, ResilienceMXBean.class).hasSizeGreaterThanOrEqualTo(7);
        for (Class<?> bean : beans) {
            MBeanInfo info = info(bean);
            assertThat(info.getDescription()).as(bean.getName()).endsWith(".");
            for (MBeanFeatureInfo feature : features(info)) {
                assertThat(feature.getDescription())
                        .as(bean.getName() + " " + feature.getName())
                        .matches("[A-Z].*\\.")
                        .isNotEqualTo(feature.getName());
            }
        }
    }

    @Test
    void parametersHaveTheirNames() {
        MBeanOperationInfo drain = Stream.of(info(ResilienceMXBean.class).getOperations())
                .filter(operation -> operation.getName().equals("drain"))
                .findFirst()
                .orElseThrow();
        assertThat(drain.getSignature()).singleElement().satisfies(seconds -> {
            assertThat(seconds.getName()).isEqualTo("seconds");
            assertThat(seconds.getDescription()).contains("1 to 3600");
        });
    }

    @Test
    void whatIsNotDescribedIsNotRegistered() {
        assertThatThrownBy(() -> info(BareMXBean.class)).hasMessageContaining("has no @Described");
    }

    /** Says nothing of itself. */
    public interface BareMXBean {
        int getNumber();
    }

    private static List<MBeanFeatureInfo> features(MBeanInfo info) {
        List<MBeanFeatureInfo> features = new ArrayList<>(List.of(info.getAttributes()));
        for (MBeanOperationInfo operation : info.getOperations()) {
            features.add(operation);
            features.addAll(List.of(operation.getSignature()));
        }
        return features;
    }

    private static <T> MBeanInfo info(Class<T> type) {
        Object nobody = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
        return new DescribedMBean(type.cast(nobody), type).getMBeanInfo();
    }

    private static List<Class<?>> beans() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            List<Class<?>> beans = new ArrayList<>();
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("MXBean.class")) {
                    beans.add(Class.forName("io.arcline.ops.mbean." + name.replace(".class", "")));
                }
            }
            return beans;
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(CallsMXBean.class.getResource("CallsMXBean.class").toURI())
                .getParent();
    }
}
