package org.risktriage.triage.internal.authoring;

import java.util.ArrayList;
import java.util.List;
import org.risktriage.triage.RulePack.ListedService;
import org.risktriage.triage.ServiceStatus;
import org.risktriage.triage.internal.authoring.Mutant.Kind;
import org.risktriage.triage.internal.authoring.Mutation.ChangedServices;
import org.risktriage.triage.internal.pack.ServiceTable;

/** Mutants of a pack's services: each one that takes people takes nobody, and the other way round. */
final class ServiceMutations {
    private ServiceMutations() {}

    static List<Mutation> of(ServiceTable table) {
        List<Mutation> mutations = new ArrayList<>();
        for (int row = 0; row < table.own().size(); row++) {
            ListedService service = table.own().get(row);
            ServiceStatus other = service.status() == ServiceStatus.OPEN ? ServiceStatus.PLANNED : ServiceStatus.OPEN;
            String id = "service " + service.id() + " " + service.status() + " -> " + other;
            mutations.add(new ChangedServices(
                    new Mutant(id, Kind.SERVICE, ServiceTable.FILE, table.line(row)), table.with(row, other)));
        }
        return mutations;
    }
}
