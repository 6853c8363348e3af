package io.arcline.ops;

import io.arcline.ops.mbean.Described;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.StandardMBean;

/** An MXBean that says of everything in it what it is, by {@link Described} on its interface. */
final class DescribedMBean extends StandardMBean {
    <T> DescribedMBean(T bean, Class<T> type) {
        super(bean, type, true);
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return described(getMBeanInterface());
    }

    @Override
    protected String getDescription(MBeanAttributeInfo info) {
        return described(method((info.isIs() ? "is" : "get") + info.getName(), 0));
    }

    @Override
    protected String getDescription(MBeanOperationInfo info) {
        return described(method(info));
    }

    @Override
    protected String getDescription(MBeanOperationInfo info, MBeanParameterInfo parameter, int sequence) {
        return described(parameter(info, sequence));
    }

    @Override
    protected String getParameterName(MBeanOperationInfo info, MBeanParameterInfo parameter, int sequence) {
        return parameter(info, sequence).getName();
    }

    private Parameter parameter(MBeanOperationInfo info, int sequence) {
        return method(info).getParameters()[sequence];
    }

    private Method method(MBeanOperationInfo info) {
        return method(info.getName(), info.getSignature().length);
    }

    /** By number of parameters: in a management interface no two operations have the same name. */
    private Method method(String name, int parameters) {
        return Stream.of(getMBeanInterface().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow();
    }

    private static String described(AnnotatedElement element) {
        Described described = element.getAnnotation(Described.class);
        if (described == null) {
            throw new IllegalStateException(element + " has no @Described");
        }
        return described.value();
    }
}
