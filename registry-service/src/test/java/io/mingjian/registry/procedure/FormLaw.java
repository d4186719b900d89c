package io.mingjian.registry.procedure;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.procedure.StepForm.Choice;
import io.mingjian.registry.procedure.StepForm.Field;
import io.mingjian.registry.procedure.StepForm.Kind;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must be true of every form: it asks for all that the request of its door may hold, for
 * nothing else, and each as the JSON value that the door reads.
 */
public final class FormLaw {
    private FormLaw() {}

    /** Whose path is {@code root + "/" + form.path()}, among these doors. */
    public static void holds(StepForm form, String root, List<Class<?>> doors) {
        assertThat(form.name()).matches("\\p{IsHan}.*");
        fits(form.step(), form.fields(), request(root + "/" + form.path(), doors));
    }

    private static Class<?> request(String path, List<Class<?>> doors) {
        return doors.stream()
                .flatMap(door -> Stream.of(door.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(POST.class))
                .filter(method -> path.equals(address(method)))
                .flatMap(method -> Stream.of(method.getParameterTypes()))
                .filter(Class::isRecord)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no door reads a request at " + path));
    }

    private static String address(Method method) {
        Path under = method.getAnnotation(Path.class);
        return method.getDeclaringClass().getAnnotation(Path.class).value()
                + (under == null ? "" : under.value());
    }

    private static void fits(String where, List<Field> fields, Class<?> request) {
        Map<String, Field> asked =
                fields.stream().flatMap(FormLaw::beside).collect(toMap(Field::name, each -> each));
        Map<String, RecordComponent> read =
                Arrays.stream(request.getRecordComponents())
                        .collect(toMap(RecordComponent::getName, each -> each));
        assertThat(asked.keySet()).as(where).isEqualTo(read.keySet());
        asked.forEach((name, field) -> fits(where + "." + name, field, read.get(name)));
    }

    /** A field and those that stand beside it in the request. */
    private static Stream<Field> beside(Field field) {
        return Stream.concat(
                Stream.of(field),
                field.choices().stream()
                        .flatMap(choice -> choice.fields().stream())
                        .flatMap(FormLaw::beside));
    }

    private static void fits(String where, Field field, RecordComponent component) {
        assertThat(kinds(component.getGenericType())).as(where).contains(field.kind());
        assertThat(field.zh()).as(where).matches("\\p{IsHan}.*");
        List<String> codes = field.choices().stream().map(Choice::code).toList();
        assertThat(codes.isEmpty()).as(where).isEqualTo(!isChosen(field.kind()));
        if (component.getType().isEnum()) {
            assertThat(codes)
                    .as(where)
                    .isEqualTo(
                            Arrays.stream(component.getType().getEnumConstants())
                                    .map(each -> ((Enum<?>) each).name())
                                    .toList());
        }
        if (field.kind() == Kind.GROUP) {
            fits(where, field.fields(), component.getType());
        }
    }

    private static boolean isChosen(Kind kind) {
        return EnumSet.of(Kind.ONE_OF, Kind.SOME_OF, Kind.GROUND, Kind.YES_NO).contains(kind);
    }

    private static Set<Kind> kinds(Type type) {
        if (type instanceof ParameterizedType) {
            return EnumSet.of(Kind.TEXTS, Kind.SOME_OF);
        }
        Class<?> one = (Class<?>) type;
        if (one.isEnum()) {
            return EnumSet.of(Kind.ONE_OF);
        }
        if (one.isRecord()) {
            return EnumSet.of(Kind.GROUP);
        }
        return Map.<Class<?>, Set<Kind>>of(
                        String.class,
                        EnumSet.of(Kind.TEXT, Kind.LONG_TEXT, Kind.FILING, Kind.ONE_OF),
                        Boolean.class,
                        EnumSet.of(Kind.YES_NO),
                        Integer.class,
                        EnumSet.of(Kind.GROUND),
                        BigDecimal.class,
                        EnumSet.of(Kind.YUAN),
                        LocalDate.class,
                        EnumSet.of(Kind.DATE),
                        OffsetDateTime.class,
                        EnumSet.of(Kind.DATE_TIME))
                .get(one);
    }
}
