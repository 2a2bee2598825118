package org.risktriage.service.callers;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import org.risktriage.service.api.ProblemKind;
import org.risktriage.service.http.RefusedException;

/**
 * Lets a caller use a resource only in a role that the resource names with {@link RolesAllowed}. A resource that names none,
 * and is not marked as open to everybody with {@link PermitAll}, is open to nobody.
 */
public final class RoleFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        // What the framework adds by itself, such as the answer to OPTIONS, touches no data.
        if (!resource.getResourceClass().getName().startsWith("org.glassfish.jersey.")) {
            AnnotatedElement says = saying(resource);
            if (!says.isAnnotationPresent(PermitAll.class)) {
                RolesAllowed named = says.getAnnotation(RolesAllowed.class);
                context.register(new RoleFilter(named == null ? List.of() : List.of(named.value())));
            }
        }
    }

    /** The method, if it says who may use it; else its class. */
    private static AnnotatedElement saying(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        return method.isAnnotationPresent(RolesAllowed.class) || method.isAnnotationPresent(PermitAll.class)
                ? method
                : resource.getResourceClass();
    }

    @Priority(Priorities.AUTHORIZATION)
    private record RoleFilter(List<String> roles) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (roles.stream().noneMatch(request.getSecurityContext()::isUserInRole)) {
                throw new RefusedException(
                        ProblemKind.FORBIDDEN,
                        roles.isEmpty()
                                ? "This is open to nobody."
                                : "This needs one of these roles: " + String.join(", ", roles) + ".");
            }
        }
    }
}
