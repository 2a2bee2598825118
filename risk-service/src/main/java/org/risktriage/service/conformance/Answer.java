package org.risktriage.service.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param body the body; null where it is no JSON
 */
record Answer(int status, @Nullable JsonNode body) {}
