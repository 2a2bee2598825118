package org.risktriage.service.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.risktriage.triage.desk.Finding;

/** Findings, for a machine. */
final class FindingsJson {
    private FindingsJson() {}

    static ArrayNode of(List<Finding> found) {
        ArrayNode findings = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : found) {
            findings.addObject()
                    .put("code", finding.code().name())
                    .put("title", finding.code().title())
                    .put("file", finding.file())
                    .put("line", finding.line())
                    .put("column", finding.column())
                    .put("where", finding.where())
                    .put("message", finding.message())
                    .put("suggestion", finding.suggestion())
                    .put("documentation", finding.documentation());
        }
        return findings;
    }
}
